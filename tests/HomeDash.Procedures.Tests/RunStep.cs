using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Procedures.Tests;

public sealed class RunStep
{
    [Fact]
    public async Task A_fault_shows_nothing_of_itself()
    {
        await using var house = new House(Made.Query("light.list", (_, _) => throw new InvalidOperationException("password=hunter2")));

        var error = await house.FailAsync("light.list");

        Assert.Equal(ErrorReason.Internal, error.Reason);
        Assert.DoesNotContain("hunter2", error.Message);
    }

    [Fact]
    public async Task A_run_is_ended_at_its_deadline_even_when_it_ignores_its_token()
    {
        var definition = Made.Definition("light.list") with { Deadline = TimeSpan.FromMilliseconds(50) };
        var never = new TaskCompletionSource();
        await using var house = new House(Made.Raw(definition, (_, _, _) => never.Task));

        var error = await house.FailAsync("light.list");

        Assert.Equal(ErrorReason.Timeout, error.Reason);
        Assert.Contains("light.list", error.Message);
        never.SetResult();
    }

    [Fact]
    public async Task A_caller_who_leaves_cancels_the_run()
    {
        using var leaving = new CancellationTokenSource();
        var cancelled = new TaskCompletionSource();
        await using var house = new House(Made.Query("light.list", async (_, token) =>
        {
            await leaving.CancelAsync();
            token.Register(cancelled.SetResult);
            await Task.Delay(Timeout.Infinite, token);
        }));

        var outcome = await house.CallAsync("light.list", cancellation: leaving.Token);

        Assert.Equal(ErrorReason.Cancelled, Assert.IsType<ProcedureOutcome.Failed>(outcome).Error.Reason);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_mutation_that_can_go_on_answers_running_and_finishes_in_the_background()
    {
        var clock = new ManualClock();
        var work = new TaskCompletionSource();
        var definition = Made.Definition("light.dim", ProcedureKind.Mutation) with { CheckWith = "light.list", Deadline = TimeSpan.FromMinutes(1) };
        await using var house = new House(services => services.AddSingleton<TimeProvider>(clock), Made.Raw(definition, (_, _, token) => work.Task.WaitAsync(token)));

        var call = house.CallAsync("light.dim");
        clock.Advance(TimeSpan.FromSeconds(7));
        var running = Assert.IsType<ProcedureOutcome.Running>(await call);
        Assert.Equal("light.list", running.Check.Procedure);

        work.SetResult();
        await Eventually(() => house.Recorder.All.Any(record => record.Outcome is ProcedureOutcome.Completed));
    }

    [Fact]
    public async Task A_caller_who_waits_to_the_end_gets_the_result()
    {
        var clock = new ManualClock();
        var work = new TaskCompletionSource();
        var definition = Made.Definition("light.dim", ProcedureKind.Mutation) with { CheckWith = "light.list", Deadline = TimeSpan.FromMinutes(1) };
        await using var house = new House(services => services.AddSingleton<TimeProvider>(clock), Made.Raw(definition, (_, _, _) => work.Task));

        var call = house.CallAsync("light.dim", change: request => request with { WaitsToTheEnd = true });
        clock.Advance(TimeSpan.FromSeconds(30));
        work.SetResult();

        Assert.IsAssignableFrom<ProcedureOutcome.Completed>(await call);
    }

    [Fact]
    public async Task A_question_ends_the_run_and_the_answer_lets_it_through()
    {
        var writes = 0;
        await using var house = new House(Made.Mutation("light.sell", (context, _) =>
        {
            if (context.Ask(new Question("sure", "Sell the lamp?")) == "true")
            {
                writes++;
            }

            return Task.CompletedTask;
        }));

        var asked = Assert.IsType<ProcedureOutcome.NeedsInput>(await house.CallAsync("light.sell"));
        Assert.Equal("Sell the lamp?", Assert.Single(asked.Questions).Message);
        Assert.Equal(0, writes);

        Assert.IsAssignableFrom<ProcedureOutcome.Completed>(await house.CallAsync("light.sell", change: request => request with { Answers = new Dictionary<string, string> { ["sure"] = "true" } }));
        Assert.Equal(1, writes);
    }

    [Fact]
    public async Task A_dry_run_of_work_on_a_service_stops_after_the_plan()
    {
        var applied = false;
        await using var house = new House(Made.Mutation("light.on", (context, _) =>
        {
            context.Plan(["Switch the lamp on."]);
            applied = true;
            return Task.CompletedTask;
        }));

        var planned = Assert.IsType<ProcedureOutcome.Planned>(await house.CallAsync("light.on", change: request => request with { DryRun = true }));
        Assert.Equal(["Switch the lamp on."], planned.Steps);
        Assert.False(applied);

        await house.CallAsync("light.on");
        Assert.True(applied);
    }

    [Fact]
    public async Task Progress_reaches_the_caller()
    {
        var reports = new List<ProgressReport>();
        await using var house = new House(Made.Mutation("light.dim", (context, _) =>
        {
            context.Report(1, 2, "half");
            return Task.CompletedTask;
        }));

        await house.CallAsync("light.dim", change: request => request with { Progress = reports.Add });

        Assert.Equal([new ProgressReport(1, 2, "half")], reports);
    }

    [Fact]
    public async Task Every_call_is_recorded_once_however_it_ends()
    {
        await using var house = new House(Made.Query("light.list"), Made.Query("light.break", (_, _) => throw new InvalidOperationException()));

        await house.CallAsync("light.list");
        await house.FailAsync("light.break");
        await house.FailAsync("light.list", "[");
        await house.FailAsync("light.list", caller: Caller.Nobody);

        Assert.Equal(4, house.Recorder.All.Count);
    }

    private static async Task Eventually(Func<bool> condition)
    {
        for (var i = 0; i < 100 && !condition(); i++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.True(condition());
    }
}
