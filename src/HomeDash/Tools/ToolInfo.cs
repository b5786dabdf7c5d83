using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A procedure, as the table of tools shows it.</summary>
/// <param name="Path">Its path, for example <c>docker.restart</c>.</param>
/// <param name="Tool">Its name on MCP, for example <c>docker_restart</c>.</param>
/// <param name="Title">Its title for people.</param>
/// <param name="Description">What it does.</param>
/// <param name="Kind">Whether it reads, changes or streams.</param>
/// <param name="Effect">How far a mutation reaches; absent for others.</param>
/// <param name="Permission">The permission that a caller needs.</param>
/// <param name="OnMcp">Whether AI clients are offered it now.</param>
/// <param name="WhyNotOnMcp">Why not, and what to do about it.</param>
/// <param name="Enabled">Whether it is not switched off for AI clients.</param>
/// <param name="OwnDescription">What AI clients read in place of its description; absent when they read that.</param>
/// <param name="Profiles">The tool profiles that have it.</param>
/// <param name="Page">Address in the dashboard where a person does this by hand.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="InputSchema">JSON Schema of what it takes, as text.</param>
/// <param name="OutputSchema">JSON Schema of what it returns, as text.</param>
public sealed record ToolInfo(
    string Path,
    string Tool,
    string Title,
    string Description,
    ProcedureKind Kind,
    Effect? Effect,
    string Permission,
    bool OnMcp,
    string? WhyNotOnMcp,
    bool Enabled,
    string? OwnDescription,
    IReadOnlyList<string> Profiles,
    string? Page,
    IReadOnlyList<ToolParameter> Parameters,
    string InputSchema,
    string? OutputSchema);

/// <summary>A parameter of a procedure.</summary>
/// <param name="Name">Its JSON name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Target">What it names, when it names something of the house: for example <c>container</c>.</param>
public sealed record ToolParameter(string Name, string Description, bool Required, string? Target);
