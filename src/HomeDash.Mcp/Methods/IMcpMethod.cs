using System.Text.Json;
using ModelContextProtocol;

namespace HomeDash.Mcp;

/// <summary>
/// A method of the protocol. It is the same one that answers on the short road, where the HTTP host calls it directly, and
/// on the long one, where the SDK's server stands in between because the call may ask, stream or log.
/// </summary>
internal interface IMcpMethod
{
    /// <summary>As it is called on the wire, for example <c>tools/list</c>.</summary>
    string Name { get; }

    /// <summary>Whether this request may have something to say to its client before its answer, or to ask of it.</summary>
    bool MayTalk(McpCall call, JsonElement parameters) => false;

    /// <summary>Answers a request.</summary>
    /// <param name="call">Who calls, and how.</param>
    /// <param name="parameters">The request's <c>params</c>: an object, or undefined when there are none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="McpProtocolException">The answer is this error.</exception>
    /// <exception cref="JsonException">The parameters are not of the form that the method takes.</exception>
    ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken);
}
