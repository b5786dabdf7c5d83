using System.Text;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Http;

/// <summary>Describes what the caller may call, for programs that make clients of it.</summary>
internal sealed class DocumentEndpoints(ProcedureCatalog catalog)
{
    /// <summary>The type <c>AppRouter</c>, for <c>createTRPCClient&lt;AppRouter&gt;</c>.</summary>
    public Task TypesAsync(HttpContext http) =>
        SendAsync(http, "text/plain; charset=utf-8", callable => Encoding.UTF8.GetBytes(TypeScriptPrinter.Print(callable)));

    /// <summary>The OpenAPI document.</summary>
    public Task OpenApiAsync(HttpContext http) =>
        SendAsync(http, "application/json", callable => OpenApiPrinter.Print(callable, $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}"));

    private async Task SendAsync(HttpContext http, string contentType, Func<IReadOnlyList<ProcedureDefinition>, ReadOnlyMemory<byte>> print)
    {
        var (caller, refusal) = await Admission.AdmitAsync(http).ConfigureAwait(false);
        await (refusal is null
            ? Json.SendAsync(http.Response, StatusCodes.Status200OK, contentType, print([.. catalog.Procedures.Select(each => each.Definition).Where(each => !each.DashboardOnly && caller.MayCall(each))]))
            : Problem.SendAsync(http, new(refusal, new ProcedureRequest(caller, "http").RequestId))).ConfigureAwait(false);
    }
}
