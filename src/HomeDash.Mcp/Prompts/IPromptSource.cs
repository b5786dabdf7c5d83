using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>Where prompts come from: the catalogue, and in tests a fixture.</summary>
internal interface IPromptSource
{
    /// <summary>The prompts that this caller may use now.</summary>
    IEnumerable<PromptEntry> OfferedTo(McpCall call);

    /// <summary>Writes a prompt; null when the name is none of this source's, or not for this caller.</summary>
    /// <param name="call">Who asks, and how.</param>
    /// <param name="name">The prompt's name.</param>
    /// <param name="parameters">The whole <c>params</c> of the request: its <c>arguments</c>, and answers to what was asked before.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="ProcedureException">It could not be written.</exception>
    ValueTask<McpAnswer?> WriteAsync(McpCall call, string name, JsonElement parameters, CancellationToken cancellationToken);

    /// <summary>The values that an argument may become; null when the prompt is none of this source's, or not for this caller.</summary>
    ValueTask<TargetNames?> CompleteAsync(McpCall call, string name, string argument, string text, CancellationToken cancellationToken);
}

/// <summary>What the list says of a prompt.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">A title for people.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Arguments">What it is filled in with.</param>
internal sealed record PromptEntry(string Name, string Title, string Description, IReadOnlyList<PromptArgumentEntry> Arguments);

/// <summary>What the list says of an argument.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Required">Whether it must be given.</param>
internal sealed record PromptArgumentEntry(string Name, string Description, bool Required);
