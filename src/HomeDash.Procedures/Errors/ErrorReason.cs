namespace HomeDash.Procedures;

/// <summary>Why a call failed: the one closed list, the same on every surface.</summary>
public enum ErrorReason
{
    /// <summary>The input breaks the contract; the problems name each field.</summary>
    InvalidInput,

    /// <summary>The input is larger than the limit.</summary>
    TooLarge,

    /// <summary>No procedure has this path.</summary>
    UnknownProcedure,

    /// <summary>Nothing is configured that could answer.</summary>
    NotConfigured,

    /// <summary>Nobody is signed in.</summary>
    NotSignedIn,

    /// <summary>The caller lacks the permission or the access.</summary>
    NotAllowed,

    /// <summary>The caller's key may only read.</summary>
    ReadOnly,

    /// <summary>What was named does not exist.</summary>
    TargetNotFound,

    /// <summary>What was named could be several things.</summary>
    TargetAmbiguous,

    /// <summary>A thing with that name or id is there already.</summary>
    AlreadyExists,

    /// <summary>The state of the thing does not allow it.</summary>
    WrongState,

    /// <summary>A person has to approve it first.</summary>
    ApprovalNeeded,

    /// <summary>A person said no.</summary>
    Denied,

    /// <summary>An answer is needed that this caller could not be asked for.</summary>
    AnswerNeeded,

    /// <summary>The service could not be reached at its address.</summary>
    Unreachable,

    /// <summary>The service's certificate is not trusted.</summary>
    Untrusted,

    /// <summary>The service does not accept the credentials.</summary>
    CredentialsRefused,

    /// <summary>The service knows the credentials and does not let them do this.</summary>
    PermissionRefused,

    /// <summary>The service's version does not offer it.</summary>
    VersionTooOld,

    /// <summary>The service said no, or answered something that makes no sense.</summary>
    ServiceFailed,

    /// <summary>It took too long.</summary>
    Timeout,

    /// <summary>Too many calls.</summary>
    TooManyCalls,

    /// <summary>The caller ended the call.</summary>
    Cancelled,

    /// <summary>A fault of HomeDash; the log has it under the request id.</summary>
    Internal,
}
