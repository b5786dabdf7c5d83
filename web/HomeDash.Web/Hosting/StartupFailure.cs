namespace HomeDash.Web.Hosting;

/// <summary>HomeDash cannot start, and a person can do something about it: printed as one line, without a stack trace.</summary>
internal sealed class StartupFailure(string message, Exception? inner = null) : Exception(message, inner);
