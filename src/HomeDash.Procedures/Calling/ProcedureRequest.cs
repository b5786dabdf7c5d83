namespace HomeDash.Procedures;

/// <summary>How a procedure is called: by whom, from where, and what the caller can take.</summary>
/// <param name="Caller">Who is calling.</param>
/// <param name="Surface">From where: <c>mcp</c>, <c>http</c>, <c>dashboard</c> or <c>cli</c>.</param>
public sealed record ProcedureRequest(Caller Caller, string Surface)
{
    /// <summary>Names this call in the log and to the user.</summary>
    public string RequestId { get; init; } = NewId();

    /// <summary>Only say what would happen.</summary>
    public bool DryRun { get; init; }

    /// <summary>Answers to the questions that an earlier run of this call asked, by the question's key.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = System.Collections.Frozen.FrozenDictionary<string, string>.Empty;

    /// <summary>
    /// What the user said who was asked at the client about a call that awaits approval; null when nobody was asked. Only a
    /// surface that has asked sets it, never what the caller sends.
    /// </summary>
    public ApprovalAnswer? Approval { get; init; }

    /// <summary>The name of the tool profile that an AI client is served; null on other surfaces.</summary>
    public string? Profile { get; init; }

    /// <summary>Receives progress; null when the caller does not want any.</summary>
    public Action<ProgressReport>? Progress { get; init; }

    /// <summary>True for a caller who waits for a mutation's whole deadline instead of being told after 7 s that it is running.</summary>
    public bool WaitsToTheEnd { get; init; }

    /// <summary>The first 20 digits of a UUID that begins with the time.</summary>
    private static string NewId()
    {
        Span<byte> id = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(id, bigEndian: true, out _);
        return Convert.ToHexStringLower(id[..10]);
    }
}

/// <summary>What a user said at the client.</summary>
/// <param name="ApprovalId">To which approval.</param>
/// <param name="Approved">Whether it was yes.</param>
public sealed record ApprovalAnswer(string ApprovalId, bool Approved);

/// <summary>How far a run has come.</summary>
/// <param name="Done">How much is done.</param>
/// <param name="Total">Out of how much; null when unknown.</param>
/// <param name="Message">What is being done.</param>
public readonly record struct ProgressReport(double Done, double? Total, string? Message);
