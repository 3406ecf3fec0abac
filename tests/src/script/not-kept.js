// A browser without service workers, as some are in private windows.
delete Navigator.prototype.serviceWorker;
