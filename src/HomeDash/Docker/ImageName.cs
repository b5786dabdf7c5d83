using System.Buffers;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The name of an image as people write it: <c>nginx</c>, <c>ghcr.io/owner/app:2</c>, <c>localhost:5000/app@sha256:…</c>.</summary>
/// <param name="Repository">All before tag and digest.</param>
/// <param name="Tag">The tag; <c>latest</c> when neither tag nor digest is written.</param>
/// <param name="Digest">The digest that pins it; null when none does.</param>
public sealed record ImageName(string Repository, string? Tag, string? Digest)
{
    private static readonly SearchValues<char> Foreign = SearchValues.Create(" \t\r\n?#%");

    /// <summary>The host of the registry that it comes from; null for Docker Hub.</summary>
    public string? Registry => Repository.Split('/') is [var host, _, ..] && (host.AsSpan().ContainsAny('.', ':') || host == "localhost") && host != "docker.io" ? host : null;

    /// <summary>Reads a name.</summary>
    /// <exception cref="ProcedureException">It cannot be one.</exception>
    public static ImageName Read(string text)
    {
        var (name, digest) = text.Trim().Split('@') switch
        {
            [var whole] => (whole, null),
            [var before, var after] when after.StartsWith("sha256:", StringComparison.Ordinal) => (before, after),
            _ => ("", (string?)null),
        };

        // A colon before the last slash belongs to the registry's port.
        var colon = name.IndexOf(':', name.LastIndexOf('/') + 1);
        var (repository, tag) = colon < 0 ? (name, digest is null ? "latest" : null) : (name[..colon], name[(colon + 1)..]);
        return repository.Length > 0 && tag != "" && !name.AsSpan().ContainsAny(Foreign) && !repository.StartsWith("sha256:", StringComparison.Ordinal)
            ? new(repository, tag, digest)
            : throw ProcedureErrors.InvalidInput("image", $"'{text}' is no name of an image. Write it like nginx, nginx:1.27 or ghcr.io/owner/app:latest.");
    }

    /// <summary>Whether a text is the id of an image instead of a name: that is how an engine calls one whose name went to a newer one.</summary>
    public static bool IsId(string text) => text.StartsWith("sha256:", StringComparison.Ordinal) || (text.Length is 12 or 64 && text.All(char.IsAsciiHexDigitLower));

    /// <summary>Whether a digest such as <c>nginx@sha256:…</c> is of this image: Docker leaves out the usual registry, and Podman does not.</summary>
    public bool Has(string digest) => digest.Split('@') is [var repository, _] && Short(repository) == Short(Repository);

    private static string Short(string repository)
    {
        var without = repository.StartsWith("docker.io/", StringComparison.Ordinal) ? repository["docker.io/".Length..] : repository;
        return without.StartsWith("library/", StringComparison.Ordinal) ? without["library/".Length..] : without;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Repository}{(Tag is null ? "" : ":" + Tag)}{(Digest is null ? "" : "@" + Digest)}";
}
