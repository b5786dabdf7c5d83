using Xunit;

namespace HomeDash.Testing;

/// <summary>A real service that the tests may use; a script of tests/services starts it and says where it is.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Username">Who signs in; empty for services without users.</param>
/// <param name="Secret">The password or key.</param>
/// <param name="Folder">Where it saves; empty where that does not matter.</param>
public sealed record TestService(Uri Url, string Username, string Secret, string Folder)
{
    /// <summary>Finds a service, or skips the test that is running.</summary>
    /// <param name="name">The name of its script, for example <c>transmission</c>.</param>
    public static TestService Find(string name)
    {
        var variable = $"HOMEDASH_TEST_{name.ToUpperInvariant()}";
        var parts = (Environment.GetEnvironmentVariable(variable) ?? "").Split(',');
        Assert.SkipUnless(parts.Length == 4, $"no {name}: set {variable} or run eng/test --all");
        return new(new(parts[0]), parts[1], parts[2], parts[3]);
    }

    /// <summary>
    /// Waits until no other test program works with this service, and keeps them out until the result is disposed. For tests
    /// that pause everything, and for those that must not meet them.
    /// </summary>
    public async Task<IDisposable> AloneAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(Path.GetDirectoryName(Folder)!, "tests.lock");
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }
}
