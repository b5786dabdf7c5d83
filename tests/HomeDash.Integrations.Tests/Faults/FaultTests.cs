using System.Diagnostics;
using System.Runtime.CompilerServices;
using HomeDash.Procedures;

namespace HomeDash.Integrations.Tests;

/// <summary>
/// What every client does with every fault of its service: a clear error in time, no secret and no stack trace in it, no
/// second try of a wrong password, no credentials for another host. One class for each client derives from this one.
/// </summary>
public abstract class FaultTests
{
    public static TheoryData<Fault> Failures => new(Enum.GetValues<Fault>().Except([Fault.UnauthorizedOnce, Fault.UnknownCertificate]));

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The kind of the client, on this test's <see cref="Clock"/>; made anew each time it is read, and of nothing else.</summary>
    private protected abstract IIntegrationKind Kind { get; }

    /// <summary>The client's clock.</summary>
    private protected HurriedClock Clock { get; } = new();

    /// <summary>Credentials that the service accepts; each secret holds the word "secret".</summary>
    private protected abstract Credentials Credentials { get; }

    /// <summary>The address of a service that works; skips the test where there is none.</summary>
    private protected abstract Task<Uri> ServiceAsync();

    /// <summary>Reads what the client mostly reads.</summary>
    private protected abstract Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken);

    /// <summary>Whether a 401 stands for a session that has ended, which the client renews by itself.</summary>
    private protected virtual bool HasSessions => false;

    /// <summary>With what the client answers a fault.</summary>
    private protected virtual IReadOnlyList<ErrorReason> Expected(Fault fault) => fault switch
    {
        Fault.Refused => [ErrorReason.Unreachable],
        Fault.Silent => [ErrorReason.Timeout],
        Fault.CutOff => [ErrorReason.Unreachable],
        Fault.Unauthorized => [ErrorReason.CredentialsRefused],
        Fault.TooManyRequests => [ErrorReason.TooManyCalls],
        _ => [ErrorReason.ServiceFailed],
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_fault_is_answered_in_time_and_in_words(Fault fault)
    {
        await using var service = await FaultyService.StartAsync(await ServiceAsync(), fault);
        await using var client = Connect(service.Url);
        var started = Stopwatch.GetTimestamp();

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => ReadAsync(client.Client, Cancellation))).Error;

        Assert.Contains(error.Reason, Expected(fault));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(9), "It took too long.");
        Assert.Contains("the one of the test", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exception", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, service.AskedElsewhere);
    }

    [Fact]
    public async Task A_wrong_password_is_sent_once_and_much_later_once_more()
    {
        await using var service = await FaultyService.StartAsync(await ServiceAsync(), Fault.Unauthorized);
        await using var client = Connect(service.Url);

        await RefusedAsync();
        await RefusedAsync();
        if (Kind.Credentials.All(set => set.Count == 0))
        {
            // It has nothing to send.
            return;
        }

        Assert.Equal(1, service.Asked);

        Clock.Skip(RefusedCredentials.FirstPause);
        await RefusedAsync();
        await RefusedAsync();
        Assert.Equal(2, service.Asked);

        Clock.Skip(RefusedCredentials.FirstPause);
        await RefusedAsync();
        Assert.Equal(2, service.Asked);

        async Task RefusedAsync() =>
            Assert.Equal(ErrorReason.CredentialsRefused, (await Assert.ThrowsAsync<ProcedureException>(() => ReadAsync(client.Client, Cancellation))).Error.Reason);
    }

    [Fact]
    public async Task A_session_that_ends_is_renewed_and_a_key_that_was_refused_once_serves_again()
    {
        await using var service = await FaultyService.StartAsync(await ServiceAsync(), Fault.UnauthorizedOnce);
        await using var client = Connect(service.Url);
        if (!HasSessions)
        {
            // Without sessions a 401 is the credentials' fault; but it does not stand for ever.
            await Record.ExceptionAsync(() => ReadAsync(client.Client, Cancellation));
            await Record.ExceptionAsync(() => ReadAsync(client.Client, Cancellation));
            Clock.Skip(RefusedCredentials.FirstPause);
        }

        await ReadAsync(client.Client, Cancellation);
        await ReadAsync(client.Client, Cancellation);
    }

    [Fact]
    public async Task An_unknown_certificate_is_trusted_by_the_fingerprint_that_the_error_shows()
    {
        await using var service = await FaultyService.StartAsync(await ServiceAsync(), Fault.UnknownCertificate);
        await using (var client = Connect(service.Url))
        {
            var error = (await Assert.ThrowsAsync<ProcedureException>(() => ReadAsync(client.Client, Cancellation))).Error;

            Assert.Equal(ErrorReason.Untrusted, error.Reason);
            Assert.Contains(service.Fingerprint, error.Message, StringComparison.Ordinal);
        }

        await using var trusting = Connect(service.Url, service.Fingerprint);
        await ReadAsync(trusting.Client, Cancellation);
    }

    [Fact]
    public async Task A_service_that_works_passes_the_test_of_its_connection()
    {
        await using var client = Connect(await ServiceAsync());

        var version = await client.Client.TestAsync(Cancellation);

        Assert.NotEmpty(version.Product);
    }

    /// <summary>The word of the kind that a class of tests is about. It is not constructed: where its service is not installed, that would skip the test that asks.</summary>
    internal static string? KindOf(Type tests) => ((FaultTests)RuntimeHelpers.GetUninitializedObject(tests)).Kind?.Kind;

    private Closing Connect(Uri url, string? fingerprint = null) => new(Kind.Connect(
        new("id", "the one of the test", Kind.Kind, url.ToString()) { Credentials = Credentials, Fingerprint = fingerprint }));

    private sealed class Closing(IIntegrationClient client) : IAsyncDisposable
    {
        public IIntegrationClient Client => client;

        public ValueTask DisposeAsync() => Connections.CloseAsync(client);
    }
}
