using Garden;
using HomeDash.Http;
using HomeDash.Mcp;
using HomeDash.Procedures;

var builder = WebApplication.CreateBuilder(args);
builder.Services
    .AddProcedures()
    .AddGardenProcedures()
    .AddHomeDashMcp()
    .AddHomeDashHttp()
    .AddScoped<ICallerSource, TheGardener>()
    .AddSingleton<Beds>();

var app = builder.Build();
app.MapHomeDashMcp();
app.MapHomeDashHttp();
await app.RunAsync();

/// <summary>Everybody is the gardener here. A real program says who is calling.</summary>
internal sealed class TheGardener : ICallerSource
{
    public string Surface => "http";

    public ValueTask<Caller> GetAsync(CancellationToken cancellationToken) =>
        new(new Caller("gardener", "gardener") { Permissions = new HashSet<string> { GreenhousePermissions.View, GreenhousePermissions.Water } });
}
