"""Checks what Sentier wrote as FHIR with models that are not its own, and says in JSON what they found.

Usage: check_fhir.py FILE...
Each file is a Bundle or another resource of R4B. What the models do not check is checked here: that references resolve,
that identifiers are unique, that the readable form is well formed and holds no element but paragraphs, and that answers
belong to questions.
"""

import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from fhir.resources.R4B import get_fhir_model_class
from pydantic import BaseModel

XHTML = "{http://www.w3.org/1999/xhtml}"
# https://hl7.org/fhir/R4/datatypes.html#instant
INSTANT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"

MORE = {
    "Appointment.status": "cancelled noshow entered-in-error checked-in waitlist",
    "Bundle.type": "batch batch-response history searchset collection",
    "CarePlan.intent": "proposal plan order option",
    "CarePlan.status": "completed entered-in-error unknown",
    "CarePlanActivityDetail.status": "completed cancelled stopped unknown entered-in-error",
    "CareTeam.status": "inactive entered-in-error",
    "CommunicationRequest.status": "completed entered-in-error unknown",
    "ContactPoint.system": "url sms other",
    "DeviceDeviceName.type": "model-name other",
    "Goal.lifecycleStatus": "on-hold completed cancelled entered-in-error rejected",
    "MedicationStatement.status": "stopped on-hold unknown not-taken",
    "Observation.status": "corrected cancelled entered-in-error unknown",
    "Procedure.status": "on-hold stopped completed entered-in-error unknown",
    "QuestionnaireItem.type": "time string text url choice open-choice attachment reference quantity",
    "QuestionnaireItemEnableWhen.operator": "> < >= <=",
    "QuestionnaireResponse.status": "entered-in-error stopped",
}


def walk(value):
    """Every object in a value."""
    if isinstance(value, dict):
        yield value
    for inside in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from walk(inside)


def require(holds, message):
    if not holds:
        raise ValueError(message)


def codes(model):
    """Requires the codes that FHIR fixes: the models only note them."""
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        allowed = (field.json_schema_extra or {}).get("enum_values")
        values = value if isinstance(value, list) else [value]
        for one in values:
            if isinstance(one, BaseModel):
                codes(one)
            elif allowed and one is not None:
                place = f"{type(model).__name__}.{name}"
                # The models cut long lists short and end them in "+": the rest is in R4 (hl7.org/fhir/R4/valuesets.html).
                require("+" not in allowed or place in MORE, f"the codes of {place} are cut short")
                require(one in [*allowed, *MORE.get(place, "").split()], f"{place}: {one} is none of {allowed}")


def readable(resource):
    """The lines of the readable form."""
    lines = []
    for holder in walk(resource):
        if isinstance(holder.get("text"), dict) and "div" in holder["text"]:
            root = ElementTree.fromstring(holder["text"]["div"])
            require(root.tag == XHTML + "div", root.tag)
            require(all(child.tag == XHTML + "p" and len(child) == 0 for child in root), holder["text"]["div"])
            lines += [child.text or "" for child in root]
    return lines


def links(items):
    for item in items or []:
        yield item["linkId"]
        yield from links(item.get("item"))
        for answer in item.get("answer", []):
            yield from links(answer.get("item"))


def check(path):
    # One instant has two spellings; the library that reads it writes the shorter one.
    written = json.loads(Path(path).read_text(encoding="utf-8").replace('+00:00"', 'Z"'))
    model = get_fhir_model_class(written["resourceType"]).model_validate(written)
    codes(model)
    require(json.loads(model.model_dump_json()) == written, "not the same once it was read")
    entries = written.get("entry", [])
    resources = [entry["resource"] for entry in entries] or [written]
    names = [entry["fullUrl"] for entry in entries]
    require(len(set(names)) == len(names), "two entries of one name")
    for entry in entries:
        require(entry["fullUrl"] == "urn:uuid:" + entry["resource"]["id"], entry["fullUrl"])
    for holder in walk(written):
        if "reference" in holder:
            require(holder["reference"] in names, f"{holder['reference']} is not in the Bundle")
    if written.get("type") == "document":
        require(resources[0]["resourceType"] == "Composition", "a document begins with its Composition")
        require("identifier" in written, "a document has an identifier")
    if "timestamp" in written:
        require(re.fullmatch(INSTANT, written["timestamp"]), written["timestamp"])
    for resource in resources:
        require(re.fullmatch(r"[A-Za-z0-9\-.]{1,64}", resource["id"]), resource["id"])
        require(readable(resource), f"{resource['resourceType']} cannot be read")
    asked = {r["url"] + "|" + r["version"]: list(links(r["item"])) for r in resources if r["resourceType"] == "Questionnaire"}
    for link_ids in asked.values():
        require(len(set(link_ids)) == len(link_ids), "two questions of one name")
    for response in resources:
        if response["resourceType"] == "QuestionnaireResponse" and "questionnaire" in response:
            require(set(links(response["item"])) <= set(asked[response["questionnaire"]]), "an answer to no question")
    kinds = {}
    for resource in resources:
        kinds[resource["resourceType"]] = kinds.get(resource["resourceType"], 0) + 1
    return {"kinds": kinds, "lines": [line for resource in resources for line in readable(resource)]}


if __name__ == "__main__":
    print(json.dumps([check(path) for path in sys.argv[1:]], ensure_ascii=False))
