using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Procedures.Tests;

/// <summary>What the pipeline does with HomeDash's own data around a run.</summary>
public sealed class OwnData
{
    [Fact]
    public async Task A_query_is_told_that_it_may_not_write_and_a_mutation_that_it_may()
    {
        var data = new RecordedWork();
        await using var house = new House(services => services.AddScoped<IUnitOfWork>(_ => data), Made.Query("light.list"), Made.Mutation("light.on", (_, _) => Task.CompletedTask));

        await house.CallAsync("light.list");
        await house.CallAsync("light.on");

        Assert.Equal(["begin read", "commit", "begin write", "commit"], data.Log);
    }

    [Fact]
    public async Task A_dry_run_is_rolled_back_and_tells_before_and_after()
    {
        var data = new RecordedWork();
        await using var house = new House(services => services.AddScoped<IUnitOfWork>(_ => data), Made.Mutation("light.rename", Rename));

        var planned = Assert.IsType<ProcedureOutcome.Planned>(await house.CallAsync("light.rename", change: request => request with { DryRun = true }));

        Assert.Equal([new DataChange("light", "l1", "\"old\"", "\"new\"")], planned.Changes);
        Assert.Equal(["begin write", "rollback"], data.Log);
    }

    [Fact]
    public async Task Changes_are_published_after_commit_and_not_when_the_run_fails()
    {
        var data = new RecordedWork();
        await using var house = new House(
            services => services.AddScoped<IUnitOfWork>(_ => data),
            Made.Mutation("light.rename", Rename),
            Made.Mutation("light.spoil", async (context, token) =>
            {
                await Rename(context, token);
                throw new InvalidOperationException();
            }));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var changes = house.Feed.ReadAsync("light", stop.Token).GetAsyncEnumerator(stop.Token);

        await house.FailAsync("light.spoil");
        await house.CallAsync("light.rename");

        Assert.True(await changes.MoveNextAsync());
        Assert.Equal(new Change("light", "l1"), changes.Current);
        Assert.Equal(["begin write", "rollback", "begin write", "commit"], data.Log);
        var next = changes.MoveNextAsync();
        Assert.False(next.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    private static Task Rename(ProcedureContext context, CancellationToken token)
    {
        context.Changes.Updated("light", "l1", "old", "new", (writer, value) => writer.WriteStringValue(value));
        return Task.CompletedTask;
    }

    private sealed class RecordedWork : IUnitOfWork
    {
        public List<string> Log { get; } = [];

        public void Begin(bool writable) => Log.Add(writable ? "begin write" : "begin read");

        public ValueTask CommitAsync(CancellationToken cancellationToken)
        {
            Log.Add("commit");
            return default;
        }

        public ValueTask RollbackAsync()
        {
            Log.Add("rollback");
            return default;
        }
    }
}
