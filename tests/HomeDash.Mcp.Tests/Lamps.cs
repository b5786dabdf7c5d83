using System.Text;
using HomeDash.Procedures;

namespace HomeDash.Mcp.Tests;

/// <summary>The procedures of a house that exists only here: one of each kind, and one for each way in which a call can end.</summary>
internal sealed class Lamps : IProcedureSource
{
    public const string View = "lamp.view";
    public const string Drive = "lamp.drive";

    private const string Result = """{"type":"object","properties":{"name":{"type":"string"},"on":{"type":"boolean"}},"required":["name","on"]}""";

    private readonly List<Procedure> procedures;

    public Lamps()
    {
        procedures =
        [
            Query("lamp.get", """{"name":"hall","on":true,"note":"<grün> & 'hell'"}""") ,
            Raw(Define("lamp.list") with { OutputSchema = """{"type":"object"}""" }, (_, _) => Text("""{"items":[]}""")),
            Raw(Define("lamp.echo") with { OutputSchema = null }, (input, _) => input),
            Raw(Define("lamp.switch", Effect.Change) with { Idempotent = true }, (_, _) => Text("""{"name":"hall","on":false}""")),
            Raw(Define("lamp.remove", Effect.Destroy), (_, context) => Text($$"""{"name":"{{context.Ask(new Question("sure", "Remove the lamp?"))}}","on":false}""")),
            Raw(Define("lamp.paint", Effect.Change), (_, context) => Paint(context)),
            Raw(Define("lamp.order", Effect.External), (_, _) => Text("""{"name":"new","on":false}""")),
            Raw(Define("lamp.newKey", Effect.Create) with { CarriesSecret = true, Page = "/tools/api" }, (_, _) => throw new InvalidOperationException("not on MCP")),
            Raw(Define("lamp.fail"), (_, _) => throw ProcedureErrors.NotFound("lamp", "hal", ["hall"], new SuggestedCall("lamp.list", """{"near":"hal"}""", "lamp.list shows the names."))),
            Raw(Define("lamp.fault"), (_, _) => throw new InvalidOperationException("secret detail of the fault")),
            Raw(Define("lamp.badInput"), (_, _) => throw ProcedureErrors.InvalidInput([new("brightness", "must be a whole number from 0 to 100."), new("rooms[1]", "is not a room.")])),
            Raw(Define("lamp.garbage"), (_, _) => Text("this is no JSON")),
            Raw(Define("lamp.progress", Effect.Change), (_, context) => Report(context)),
            new Waiting(Define("lamp.wait", Effect.Change) with { Deadline = TimeSpan.FromSeconds(30) }, Started, Cancelled),
            new Background(Define("lamp.warmUp", Effect.Change) with { CheckWith = "lamp.list", Deadline = TimeSpan.FromSeconds(60) }),
            new Restart(Define("lamp.restart", Effect.Change)),
            new Watch(Stream("lamp.watch")),
            Raw(Define("garden.water", Effect.Change), (_, _) => Text("{}")),
        ];
    }

    public event Action? Changed;

    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Availability Garden { get; } = new("garden", "There is no garden yet: add one on the page Garden.");

    public IReadOnlyList<Procedure> Procedures => procedures;

    public IReadOnlyList<PermissionDefinition> Permissions { get; } = [new(View, "See the lamps."), new(Drive, "Switch the lamps.")];

    public void Add(string path)
    {
        procedures.Add(Query(path, """{"name":"new","on":true}"""));
        Changed?.Invoke();
    }

    private static ProcedureDefinition Define(string path, Effect? effect = null) => new()
    {
        Path = path,
        Title = $"Title of {path.Replace('.', ' ')}",
        Description = $"Does {path}. Names are those of lamp.list.",
        Kind = effect is null ? ProcedureKind.Query : ProcedureKind.Mutation,
        Effect = effect,
        Permission = effect is null ? View : Drive,
        InputSchema = """{"type":"object","properties":{"lamp":{"type":"string","description":"A name as lamp.list shows it.","default":"lamp.list"}},"additionalProperties":false}""",
        OutputSchema = Result,
    };

    private static ProcedureDefinition Stream(string path) => Define(path) with { Kind = ProcedureKind.Subscription, OutputSchema = """{"type":"object","properties":{"n":{"type":"integer"}}}""" };

    private static RawProcedure Query(string path, string result) => Raw(Define(path), (_, _) => Text(result));

    private static RawProcedure Raw(ProcedureDefinition definition, Func<ReadOnlyMemory<byte>, ProcedureContext, ReadOnlyMemory<byte>> run) =>
        new(definition, (_, input, context, _) => new(run(input, context)));

    private static ReadOnlyMemory<byte> Text(string json) => Encoding.UTF8.GetBytes(json);

    private static ReadOnlyMemory<byte> Paint(ProcedureContext context)
    {
        var colour = context.Ask(new Question("colour", "Which colour?", QuestionKind.Choice, ["red", "blue"]));
        var label = context.Ask(new Question("label", "Which label?", QuestionKind.Text));
        return Text($$"""{"name":"{{colour}} {{label}}","on":true}""");
    }

    private static ReadOnlyMemory<byte> Report(ProcedureContext context)
    {
        context.Report(0, 100, "begun");
        context.Report(50, 100);
        context.Report(50, 100, "not further, so not told");
        context.Report(100, 100);
        return Text("""{"name":"hall","on":true}""");
    }
}

internal sealed class Availability(string @namespace, string? whyNot) : INamespaceAvailability
{
    public event Action? Changed;

    public string Namespace => @namespace;

    public string? WhyNot { get; private set; } = whyNot;

    public void BecomeAvailable()
    {
        WhyNot = null;
        Changed?.Invoke();
    }
}
