using System.Text;

namespace HomeDash.Procedures.Tests;

/// <summary>Makes procedures for tests.</summary>
internal static class Made
{
    public static ProcedureDefinition Definition(string path, ProcedureKind kind = ProcedureKind.Query) => new()
    {
        Path = path,
        Title = path,
        Description = $"The test procedure {path}.",
        Kind = kind,
        Effect = kind == ProcedureKind.Mutation ? Effect.Change : null,
        Permission = "light.view",
        InputSchema = """{"type":"object"}""",
    };

    public static RawProcedure Query(string path, string result = "{}") =>
        new(Definition(path), (_, _, _, _) => new(Encoding.UTF8.GetBytes(result)));

    public static RawProcedure Query(string path, Func<ProcedureContext, CancellationToken, Task> body) =>
        Raw(Definition(path), (_, context, token) => body(context, token));

    public static RawProcedure Mutation(string path, Func<ProcedureContext, CancellationToken, Task> body) =>
        Raw(Definition(path, ProcedureKind.Mutation), (_, context, token) => body(context, token));

    public static RawProcedure Raw(ProcedureDefinition definition, Func<IServiceProvider, ProcedureContext, CancellationToken, Task> body) =>
        new(definition, async (services, _, context, token) =>
        {
            await body(services, context, token);
            return "{\"done\":true}"u8.ToArray();
        });
}
