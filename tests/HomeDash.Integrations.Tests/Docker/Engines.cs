using HomeDash.Procedures;
using HomeDash.Testing;

namespace HomeDash.Integrations.Docker.Tests;

/// <summary>Short ways to say what most tests say.</summary>
internal static class Engines
{
    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A client of an engine, called <c>nas</c>.</summary>
    public static DockerEngine Connect(string url) => (DockerEngine)new DockerKind().Connect(new("nas-id", "nas", "docker", url));

    public static DockerEngine Connect(TestDocker docker) => Connect(docker.Host);

    /// <summary>The error that a call ends with.</summary>
    public static async Task<ProcedureError> ErrorOf(Func<Task> call) => (await Assert.ThrowsAsync<ProcedureException>(call)).Error;

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items.WithCancellation(Cancellation))
        {
            list.Add(item);
        }

        return list;
    }
}
