namespace HomeDash.Procedures;

/// <summary>tRPC's error codes (trpc.io, "Error Handling"); each stands for one HTTP status.</summary>
public enum ProcedureErrorCode
{
    /// <summary>400: the body is not JSON.</summary>
    ParseError,

    /// <summary>400: the input is wrong.</summary>
    BadRequest,

    /// <summary>401: nobody is signed in.</summary>
    Unauthorized,

    /// <summary>403: the caller may not.</summary>
    Forbidden,

    /// <summary>404: the procedure or the thing does not exist, or the caller may not know that it does.</summary>
    NotFound,

    /// <summary>405: the procedure is called by another HTTP method.</summary>
    MethodNotSupported,

    /// <summary>408: it took too long.</summary>
    Timeout,

    /// <summary>409: it is in the way of something that is there.</summary>
    Conflict,

    /// <summary>412: something must be done first.</summary>
    PreconditionFailed,

    /// <summary>413: the input is too large.</summary>
    PayloadTooLarge,

    /// <summary>415: the body is not JSON by its content type.</summary>
    UnsupportedMediaType,

    /// <summary>428: a person has to answer a question first.</summary>
    PreconditionRequired,

    /// <summary>429: too often.</summary>
    TooManyRequests,

    /// <summary>499: the caller left.</summary>
    ClientClosedRequest,

    /// <summary>500: a fault of HomeDash.</summary>
    InternalServerError,

    /// <summary>502: the service behind it failed.</summary>
    BadGateway,

    /// <summary>503: it cannot be served now.</summary>
    ServiceUnavailable,

    /// <summary>504: the service behind it did not answer in time.</summary>
    GatewayTimeout,
}
