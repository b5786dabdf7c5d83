using System.Collections.Concurrent;

namespace HomeDash.Demo;

/// <content>Its images: every name has one, and some registries have a newer one.</content>
internal sealed partial class DemoEngine
{
    private const int PullSteps = 12;
    private const long PullBytes = 180_000_000;
    private static readonly TimeSpan PullStep = TimeSpan.FromMilliseconds(300);

    /// <summary>How often each image was pulled: with each pull comes another one.</summary>
    private readonly ConcurrentDictionary<string, int> pulls = [];

    public Task<LocalImage?> FindImageAsync(string image, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var name = containers.Select(container => container.Image).FirstOrDefault(known => known == image || ImageIdOf(known) == image || DemoContainer.IdOf(known) == image);
            return Task.FromResult(name is null ? null : new LocalImage(image.StartsWith("sha256:", StringComparison.Ordinal) ? image : ImageIdOf(name), [$"{name}@{DemoContainer.IdOf(name)}"]));
        }
    }

    public Task<string> RegistryDigestAsync(ImageName image, CancellationToken cancellationToken) =>
        Task.FromResult(DemoContainer.IdOf(image.Repository.Contains("arr", StringComparison.Ordinal) ? $"{image} newer" : image.ToString()));

    public async Task PullAsync(ImageName image, Action<PullProgress> report, CancellationToken cancellationToken)
    {
        for (var step = 0; step <= PullSteps; step++)
        {
            report(new(PullBytes * step / PullSteps, PullBytes, step / (PullSteps / 2), 2));
            await Task.Delay(PullStep, clock, cancellationToken).ConfigureAwait(false);
        }

        pulls.AddOrUpdate(image.ToString(), 1, (_, count) => count + 1);
    }

    private string ImageIdOf(string image) => pulls.GetValueOrDefault(image) is var count and > 0 ? DemoContainer.IdOf($"{image} {count}") : DemoContainer.IdOf(image);
}
