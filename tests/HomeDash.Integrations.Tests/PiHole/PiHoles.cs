using HomeDash.Procedures;

namespace HomeDash.Integrations.PiHole.Tests;

/// <summary>Connects to Pi-holes as HomeDash does.</summary>
internal static class PiHoles
{
    public static PiHoleKind Kind { get; } = new(TimeProvider.System);

    public static PiHoleClient Connect(Uri url, string? key) =>
        Kind.Connect(new("id", "the one of the test", "piHole", url.ToString()) { Credentials = new(ApiKey: key is null ? null : new(key)) });

    /// <summary>Asserts that this many seconds are left, give or take what a slow machine takes.</summary>
    public static void AssertLeft(double seconds, Blocking blocking) =>
        Assert.InRange((blocking.FlipsAt - DateTimeOffset.UtcNow)!.Value.TotalSeconds, seconds - 10, seconds + 1);

    public static async Task<ProcedureError> ErrorAsync(Func<Task> call) => (await Assert.ThrowsAsync<ProcedureException>(call)).Error;
}
