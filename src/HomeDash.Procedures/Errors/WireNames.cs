using System.Collections.Frozen;

namespace HomeDash.Procedures;

/// <summary>How enum members are written on the wire.</summary>
public static class WireNames
{
    private static readonly FrozenDictionary<ErrorReason, string> Reasons =
        Enum.GetValues<ErrorReason>().ToFrozenDictionary(value => value, value => Snake(value.ToString()));

    private static readonly FrozenDictionary<ProcedureErrorCode, string> Codes =
        Enum.GetValues<ProcedureErrorCode>().ToFrozenDictionary(value => value, value => Snake(value.ToString()).ToUpperInvariant());

    /// <summary>snake_case, for example <c>target_not_found</c>.</summary>
    public static string ToWire(this ErrorReason reason) => Reasons[reason];

    /// <summary>tRPC's spelling, for example <c>NOT_FOUND</c>.</summary>
    public static string ToWire(this ProcedureErrorCode code) => Codes[code];

    /// <summary>The HTTP status that stands for the code.</summary>
    public static int ToHttpStatus(this ProcedureErrorCode code) => code switch
    {
        ProcedureErrorCode.ParseError or ProcedureErrorCode.BadRequest => 400,
        ProcedureErrorCode.Unauthorized => 401,
        ProcedureErrorCode.Forbidden => 403,
        ProcedureErrorCode.NotFound => 404,
        ProcedureErrorCode.MethodNotSupported => 405,
        ProcedureErrorCode.Timeout => 408,
        ProcedureErrorCode.Conflict => 409,
        ProcedureErrorCode.PreconditionFailed => 412,
        ProcedureErrorCode.PayloadTooLarge => 413,
        ProcedureErrorCode.UnsupportedMediaType => 415,
        ProcedureErrorCode.PreconditionRequired => 428,
        ProcedureErrorCode.TooManyRequests => 429,
        ProcedureErrorCode.ClientClosedRequest => 499,
        ProcedureErrorCode.BadGateway => 502,
        ProcedureErrorCode.ServiceUnavailable => 503,
        ProcedureErrorCode.GatewayTimeout => 504,
        _ => 500,
    };

    private static string Snake(string pascal) =>
        string.Concat(pascal.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
