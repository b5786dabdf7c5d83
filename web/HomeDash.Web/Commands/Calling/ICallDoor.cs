using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeDash.Web.Commands.Calling;

/// <summary>A way to the procedures: in this process, or over the network.</summary>
internal interface ICallDoor : IAsyncDisposable
{
    /// <summary>Every procedure that may be called here, in the order of their paths.</summary>
    /// <param name="connected">Whether to connect the services first, so that what is available is known too.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<Tool>> ToolsAsync(bool connected, CancellationToken cancellationToken);

    /// <summary>Calls a query or mutation.</summary>
    Task<CallAnswer> CallAsync(Tool tool, JsonObject input, bool dryRun, CancellationToken cancellationToken);

    /// <summary>Follows a subscription: its items as they come, until it ends.</summary>
    /// <exception cref="UsageFailure">It was asked for wrongly.</exception>
    /// <exception cref="CallFailure">It was refused, or it broke.</exception>
    IAsyncEnumerable<JsonElement> FollowAsync(Tool tool, JsonObject input, CancellationToken cancellationToken);
}
