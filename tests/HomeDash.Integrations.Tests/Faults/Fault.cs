namespace HomeDash.Integrations.Tests;

/// <summary>What can be wrong with a service: the one list that every client goes through.</summary>
public enum Fault
{
    /// <summary>Nobody listens.</summary>
    Refused,

    /// <summary>It takes the request and says nothing.</summary>
    Silent,

    /// <summary>It breaks off in the middle of its answer.</summary>
    CutOff,

    /// <summary>It answers with a page for people.</summary>
    Html,

    /// <summary>It answers with JSON of another shape.</summary>
    OtherJson,

    /// <summary>It answers with 10 MB.</summary>
    Huge,

    /// <summary>It forgets once who is signed in.</summary>
    UnauthorizedOnce,

    /// <summary>It accepts nobody.</summary>
    Unauthorized,

    /// <summary>It wants to be left alone for half a minute.</summary>
    TooManyRequests,

    /// <summary>It fails.</summary>
    ServerError,

    /// <summary>It shows a certificate that nobody vouches for.</summary>
    UnknownCertificate,

    /// <summary>It sends its visitors to another host.</summary>
    RedirectElsewhere,
}
