using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Procedures.Tests;

/// <summary>Targets are resolved once, before the run, and access to them is checked there.</summary>
public sealed class Targets
{
    private static readonly Caller Guest = House.With("light.view") with
    {
        Grants = new Dictionary<(string, string), Access> { [("light", "l1")] = Access.Use, [("room", "r2")] = Access.Interact },
    };

    private static House MakeHouse() => new(
        services => services.AddScoped<ITargetResolver<LightRef>, LightResolver>(), new SwitchProcedure());

    [Fact]
    public async Task The_run_gets_resolved_targets_and_so_does_the_record()
    {
        await using var house = MakeHouse();

        Assert.Equal("""{"switched":["l1"]}""", House.Json(await house.CallAsync("light.switch", """{"light":"kitchen"}""")));
        Assert.Equal("l1", Assert.Single(Assert.Single(house.Recorder.All).Targets).Id);
    }

    [Fact]
    public async Task What_cannot_be_found_is_answered_with_the_nearest_name()
    {
        await using var house = MakeHouse();

        var error = await house.FailAsync("light.switch", """{"light":"kitchn"}""");

        Assert.Equal(ErrorReason.TargetNotFound, error.Reason);
        Assert.Contains("Did you mean 'kitchen'?", error.Message);
    }

    [Fact]
    public async Task Seeing_is_not_driving()
    {
        await using var house = MakeHouse();

        var error = await house.FailAsync("light.switch", """{"light":"kitchen"}""", Guest);

        Assert.Equal(ErrorReason.NotAllowed, error.Reason);
        Assert.Contains("'interact' access to the light 'kitchen'", error.Message);
    }

    [Fact]
    public async Task Access_to_the_owner_is_access_to_what_it_owns()
    {
        await using var house = MakeHouse();

        Assert.IsAssignableFrom<ProcedureOutcome.Completed>(await house.CallAsync("light.switch", """{"light":"hall"}""", Guest));
    }

    [Theory]
    [InlineData("light")]
    [InlineData("room")]
    public async Task Access_to_everything_of_a_kind_is_access_to_each_and_to_what_it_owns(string kind)
    {
        await using var house = MakeHouse();
        var guest = House.With("light.view") with { Grants = new Dictionary<(string, string), Access> { [(kind, Caller.Everything)] = Access.Interact } };

        Assert.IsAssignableFrom<ProcedureOutcome.Completed>(await house.CallAsync("light.switch", """{"light":"hall"}""", guest));
    }

    [Fact]
    public async Task What_the_caller_may_not_see_does_not_exist()
    {
        await using var house = MakeHouse();

        var error = await house.FailAsync("light.switch", """{"light":"safe"}""", Guest);

        Assert.Equal((ProcedureErrorCode.NotFound, ErrorReason.TargetNotFound), (error.Code, error.Reason));
    }

    [Fact]
    public async Task A_gate_sees_the_resolved_input_and_can_hold_the_call_back()
    {
        var gate = new HoldingGate();
        await using var house = new House(
            services => services.AddScoped<ITargetResolver<LightRef>, LightResolver>().AddSingleton<IApprovalGate>(gate), new SwitchProcedure());

        var held = Assert.IsType<ProcedureOutcome.AwaitsApproval>(await house.CallAsync("light.switch", """{"light":"kitchen"}"""));

        Assert.Equal(("a1", """{"light":"l1"}"""), (held.ApprovalId, gate.Seen));
    }

    private sealed record LightRef(string Given) : ITarget<LightRef>
    {
        public static string Noun => "light";

        public ResolvedTarget? Resolved { get; init; }

        public static LightRef FromText(string given) => new(given);
    }

    private sealed class LightResolver : ITargetResolver<LightRef>
    {
        private static readonly ResolvedTarget[] Lights =
        [
            new("light", "l1", "kitchen"), new("light", "l2", "hall", new("room", "r2")), new("light", "l3", "safe"),
        ];

        public ValueTask<IReadOnlyList<LightRef>> ResolveAsync(IReadOnlyList<LightRef> targets, Caller caller, CancellationToken cancellationToken) =>
            new([.. targets.Select(target => target with
            {
                Resolved = Lights.FirstOrDefault(light => light.Name == target.Given)
                    ?? throw ProcedureErrors.NotFound("light", target.Given, Lights.Select(light => light.Name)),
            })]);
    }

    private sealed record SwitchInput(LightRef Light);

    private sealed class SwitchProcedure : Procedure<SwitchInput, IReadOnlyList<string>>
    {
        public override ProcedureDefinition Definition { get; } = Made.Definition("light.switch", ProcedureKind.Mutation);

        protected internal override SwitchInput? Read(ref Utf8JsonReader reader, ref InputProblems problems)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new(LightRef.FromText(document.RootElement.GetProperty("light").GetString()!));
        }

        protected internal override void Validate(SwitchInput input, ref InputProblems problems)
        {
        }

        protected internal override void WriteInput(Utf8JsonWriter writer, SwitchInput input)
        {
            writer.WriteStartObject();
            writer.WriteString("light", input.Light.Resolved?.Id ?? input.Light.Given);
            writer.WriteEndObject();
        }

        protected internal override async ValueTask<SwitchInput> ResolveAsync(SwitchInput input, TargetScope targets, CancellationToken cancellationToken) =>
            new((await targets.ResolveAsync(input.Light, Access.Interact, cancellationToken))!);

        protected internal override ValueTask<IReadOnlyList<string>> RunAsync(IServiceProvider services, SwitchInput input, ProcedureContext context, CancellationToken cancellationToken) =>
            new([input.Light.Resolved!.Id]);

        protected internal override void Write(Utf8JsonWriter writer, IReadOnlyList<string> output)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("switched");
            foreach (var id in output)
            {
                writer.WriteStringValue(id);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    private sealed class HoldingGate : IApprovalGate
    {
        public string? Seen { get; private set; }

        public bool Watches(ProcedureDefinition definition, ProcedureRequest request) => true;

        public ValueTask<GateAnswer> CheckAsync(
            ProcedureDefinition definition, ProcedureRequest request, IReadOnlyList<ResolvedTarget> targets, ReadOnlyMemory<byte> canonicalInput, CancellationToken cancellationToken)
        {
            Seen = System.Text.Encoding.UTF8.GetString(canonicalInput.Span);
            return new(new GateAnswer(new ProcedureOutcome.AwaitsApproval("a1", "Ask Ada.")));
        }
    }
}
