using HomeDash.Procedures;

namespace HomeDash.Http;

/// <summary>The JSON-RPC 2.0 codes of tRPC's error codes (@trpc/server 11, TRPC_ERROR_CODES_BY_KEY).</summary>
internal static class TrpcCodes
{
    public static int Of(ProcedureErrorCode code) => code switch
    {
        ProcedureErrorCode.ParseError => -32700,
        ProcedureErrorCode.BadRequest => -32600,
        ProcedureErrorCode.Unauthorized => -32001,
        ProcedureErrorCode.Forbidden => -32003,
        ProcedureErrorCode.NotFound => -32004,
        ProcedureErrorCode.MethodNotSupported => -32005,
        ProcedureErrorCode.Timeout => -32008,
        ProcedureErrorCode.Conflict => -32009,
        ProcedureErrorCode.PreconditionFailed => -32012,
        ProcedureErrorCode.PayloadTooLarge => -32013,
        ProcedureErrorCode.UnsupportedMediaType => -32015,
        ProcedureErrorCode.PreconditionRequired => -32028,
        ProcedureErrorCode.TooManyRequests => -32029,
        ProcedureErrorCode.ClientClosedRequest => -32099,
        _ => -32603,
    };
}
