namespace HomeDash.Procedures;

/// <summary>Tells what callers may now, for surfaces that have something to say to a caller who is not calling.</summary>
public interface ICallerRights
{
    /// <summary>Raised after anybody's rights have changed.</summary>
    event Action? Changed;

    /// <summary>The same caller with the rights of this moment; null when the user is gone or disabled.</summary>
    ValueTask<Caller?> RefreshAsync(Caller caller, CancellationToken cancellationToken);
}
