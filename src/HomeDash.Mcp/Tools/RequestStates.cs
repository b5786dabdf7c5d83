using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using HomeDash.Procedures;
using Microsoft.AspNetCore.DataProtection;
using ModelContextProtocol;

namespace HomeDash.Mcp;

/// <summary>
/// What a call that waits for answers gives the client to bring back: which questions were asked, and what was answered
/// until now. The client is not trusted with it: it is sealed, short-lived, and bound to the caller, the tool and the
/// arguments (SEP-2322, Server Requirements 4 and 5).
/// </summary>
internal sealed class RequestStates(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a person has to answer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly IDataProtector protector = protection.CreateProtector("HomeDash.Mcp.RequestStates.v1");

    /// <summary>Seals a state.</summary>
    public string Seal(Caller caller, string tool, ReadOnlyMemory<byte> arguments, IEnumerable<string> asked, IReadOnlyDictionary<string, string> answers)
    {
        var state = new RequestState(Bind(caller, tool, arguments), clock.GetUtcNow() + Lifetime, [.. asked], answers);
        return Base64Url(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(state, RequestStateJson.Default.RequestState)));
    }

    /// <summary>Opens what a client brought back.</summary>
    /// <exception cref="McpProtocolException">It was not sealed here, is too old, or belongs to another call.</exception>
    public RequestState Open(string sealedState, Caller caller, string tool, ReadOnlyMemory<byte> arguments)
    {
        RequestState? state;
        try
        {
            state = JsonSerializer.Deserialize(protector.Unprotect(System.Buffers.Text.Base64Url.DecodeFromChars(sealedState)), RequestStateJson.Default.RequestState);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException)
        {
            state = null;
        }

        return state is not null && state.Expires > clock.GetUtcNow() && state.Call == Bind(caller, tool, arguments)
            ? state
            : throw new McpProtocolException("'requestState' is not one that HomeDash gave for this call, or it is too old. Call the tool again without it.", McpErrorCode.InvalidParams);
    }

    private static string Bind(Caller caller, string tool, ReadOnlyMemory<byte> arguments) =>
        $"{caller.UserId}/{caller.KeyId}/{tool}/{Base64Url(SHA256.HashData(arguments.Span))}";

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}

/// <summary>A call that waits for answers.</summary>
/// <param name="Call">The caller, the tool and a digest of the arguments.</param>
/// <param name="Expires">From when on it does not count any more.</param>
/// <param name="Asked">The keys of the questions that were asked last.</param>
/// <param name="Answers">The answers of the rounds before, by key.</param>
internal sealed record RequestState(string Call, DateTimeOffset Expires, IReadOnlyList<string> Asked, IReadOnlyDictionary<string, string> Answers);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RequestState))]
internal sealed partial class RequestStateJson : JsonSerializerContext;
