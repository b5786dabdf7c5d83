namespace HomeDash;

/// <summary>What is set on one tool, for all profiles.</summary>
/// <param name="Path">The path of its procedure.</param>
/// <param name="Tool">Its name on MCP.</param>
/// <param name="Enabled">Whether AI clients may be offered it.</param>
/// <param name="Description">What AI clients read of it in place of its own description; absent when that is its own.</param>
public sealed record ToolSetting(string Path, string Tool, bool Enabled, string? Description);
