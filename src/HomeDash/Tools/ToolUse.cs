namespace HomeDash;

/// <summary>What AI clients made of a tool.</summary>
/// <param name="Path">The path of its procedure.</param>
/// <param name="Tool">Its name on MCP.</param>
/// <param name="Calls">How often it was called.</param>
/// <param name="Errors">How many of these calls failed.</param>
/// <param name="MedianSeconds">How long half of the calls took at most.</param>
/// <param name="P95Seconds">How long 95 of 100 calls took at most.</param>
/// <param name="SentBytes">How long all answers were together.</param>
/// <param name="LastCallAt">When it was last called.</param>
public sealed record ToolUse(string Path, string Tool, long Calls, long Errors, double MedianSeconds, double P95Seconds, long SentBytes, DateTimeOffset LastCallAt);
