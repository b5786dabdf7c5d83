namespace HomeDash.Components.Formats;

/// <summary>Says how an integration fared, beside its name.</summary>
public static class ReportWords
{
    /// <summary>Why it did not answer: its message, without the name that stands before it for those who see the message alone.</summary>
    /// <param name="report">How it fared.</param>
    public static string? Why(IntegrationReport report)
    {
        var name = $"{report.Integration}: ";
        return report.Message is { } message && message.StartsWith(name, StringComparison.Ordinal) && message.Length > name.Length
            ? char.ToUpperInvariant(message[name.Length]) + message[(name.Length + 1)..]
            : report.Message;
    }
}
