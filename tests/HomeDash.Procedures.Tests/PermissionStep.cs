namespace HomeDash.Procedures.Tests;

public sealed class PermissionStep
{
    [Fact]
    public async Task Nobody_is_asked_to_sign_in()
    {
        await using var house = new House(Made.Query("light.list"));

        var error = await house.FailAsync("light.list", caller: Caller.Nobody);

        Assert.Equal((ProcedureErrorCode.Unauthorized, ErrorReason.NotSignedIn), (error.Code, error.Reason));
    }

    [Fact]
    public async Task Who_lacks_the_permission_is_told_which_one()
    {
        await using var house = new House(Made.Query("light.list"));

        var error = await house.FailAsync("light.list", caller: House.With("door.view"));

        Assert.Equal(ErrorReason.NotAllowed, error.Reason);
        Assert.Contains("'light.view'", error.Message);
    }

    [Fact]
    public async Task Who_holds_the_permission_gets_the_result()
    {
        await using var house = new House(Made.Query("light.list", """{"items":[]}"""));

        Assert.Equal("""{"items":[]}""", House.Json(await house.CallAsync("light.list", caller: House.With("light.view"))));
    }

    [Fact]
    public async Task A_read_only_key_of_an_administrator_cannot_call_a_mutation()
    {
        var ran = false;
        await using var house = new House(Made.Mutation("light.on", (_, _) => { ran = true; return Task.CompletedTask; }));

        var error = await house.FailAsync("light.on", caller: House.Administrator with { ReadOnly = true });

        Assert.Equal(ErrorReason.ReadOnly, error.Reason);
        Assert.False(ran);
    }

    [Fact]
    public async Task The_permission_is_checked_before_the_input_is_looked_at()
    {
        await using var house = new House(Made.Query("light.list"));

        Assert.Equal(ErrorReason.NotAllowed, (await house.FailAsync("light.list", "[", House.With("door.view"))).Reason);
    }

    [Fact]
    public async Task An_unknown_procedure_is_answered_with_the_nearest_name_that_the_caller_may_call()
    {
        await using var house = new House(Made.Query("light.list"), Made.Query("light.lists"));

        var error = await house.FailAsync("light.lisst");

        Assert.Equal(ErrorReason.UnknownProcedure, error.Reason);
        Assert.Contains("light.list", error.Message);
        Assert.DoesNotContain("Did you mean", (await house.FailAsync("light.lisst", caller: House.With())).Message);
    }

    [Fact]
    public async Task A_namespace_that_is_not_available_says_what_to_do()
    {
        await using var house = new House(
            services => services.Add(new(typeof(INamespaceAvailability), new NotThere())),
            Made.Query("light.list"));

        var error = await house.FailAsync("light.list");

        Assert.Equal((ErrorReason.NotConfigured, "Buy a bridge."), (error.Reason, error.Message));
    }

    private sealed class NotThere : INamespaceAvailability
    {
        public event Action? Changed
        {
            add { }
            remove { }
        }

        public string Namespace => "light";

        public string? WhyNot => "Buy a bridge.";
    }
}
