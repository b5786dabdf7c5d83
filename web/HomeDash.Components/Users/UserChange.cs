namespace HomeDash.Components.Users;

/// <summary>Something an administrator can do to a user.</summary>
/// <param name="User">To whom.</param>
/// <param name="Title">What the button says.</param>
/// <param name="Consequence">What will be the case then.</param>
/// <param name="Administrator">Whether the user becomes an administrator; null leaves it.</param>
/// <param name="Disabled">Whether the user is kept out; null leaves it.</param>
public sealed record UserChange(User User, string Title, string Consequence, bool? Administrator = null, bool? Disabled = null)
{
    /// <summary>What can be done to a user as the user is now.</summary>
    public static IEnumerable<UserChange> Of(User user)
    {
        yield return user.Administrator
            ? new(user, "Make a normal user", "The user keeps what everybody may do.", Administrator: false)
            : new(user, "Make an administrator", "The user may then do everything, to every user too.", Administrator: true);
        yield return user.Disabled
            ? new(user, "Let in again", "The user can sign in again, and the user's API keys work again.", Disabled: false)
            : new(user, "Keep out", "The user can no longer sign in, and the user's API keys are refused from the next call on.", Disabled: true);
    }
}
