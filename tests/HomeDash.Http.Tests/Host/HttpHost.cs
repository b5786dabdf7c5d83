using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Procedures.Fixture;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HomeDash.Http.Tests;

/// <summary>A real server on a port of its own, with the fixture and the workshop, and keys that are names of callers.</summary>
internal sealed class HttpHost : IAsyncDisposable
{
    private readonly WebApplication application;

    private HttpHost(WebApplication application) => this.application = application;

    public static CancellationToken Ends => TestContext.Current.CancellationToken;

    public Uri Url => new(application.Urls.Single());

    public Belt Belt => application.Services.GetRequiredService<Belt>();

    /// <summary>Grants the viewer access to a gadget from the next request on; null takes it away.</summary>
    public void Grant(string gadget, Access? access) => application.Services.GetRequiredService<ViewersGrants>().Set(gadget, access);

    public static async Task<HttpHost> StartAsync(Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddProcedures().AddHomeDashHttp().AddFixture().AddSingleton<Belt>().AddSingleton<ViewersGrants>().AddHomeDashHttpTestsProcedures();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<ICallerSource, KeyedCaller>();
        more?.Invoke(builder.Services);
        var application = builder.Build();
        application.MapHomeDashHttp();
        await application.StartAsync(Ends);
        return new(application);
    }

    /// <summary>A client with a key, or with none.</summary>
    public HttpClient Client(string? key = KeyedCaller.Administrator)
    {
        var client = new HttpClient { BaseAddress = Url };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add("ApiKey", key);
        }

        return client;
    }

    public async Task<Reply> GetAsync(string address, string? key = KeyedCaller.Administrator)
    {
        using var client = Client(key);
        return await Reply.OfAsync(await client.GetAsync(address, Ends));
    }

    public async Task<Reply> PostAsync(string address, string json, string? key = KeyedCaller.Administrator, string type = "application/json")
    {
        using var client = Client(key);
        // As curl does with long bodies: a server that wants none of it is heard before it is sent.
        client.DefaultRequestHeaders.ExpectContinue = json.Length > 1024 * 1024;
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await Reply.OfAsync(await client.PostAsync(address, content, Ends));
    }

    public async Task<Reply> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var client = Client(null);
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Reply.OfAsync(await client.SendAsync(request, Ends));
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync(CancellationToken.None);
        await application.DisposeAsync();
    }
}

/// <summary>What came back.</summary>
internal sealed record Reply(HttpStatusCode Status, string? Type, string Text, HttpResponseHeaders Headers, HttpContentHeaders Content)
{
    public JsonElement Json => JsonElement.Parse(Text);

    public static async Task<Reply> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(HttpHost.Ends), response.Headers, response.Content.Headers);
        }
    }
}

/// <summary>The caller whose name is the key of the request, or stands in its cookie.</summary>
internal sealed class KeyedCaller(IHttpContextAccessor http, ViewersGrants grants) : ICallerSource
{
    public const string Administrator = "ada";
    public const string Viewer = "bob";
    public const string ReadOnlyAdministrator = "eve";

    public string Surface => "dashboard";

    public ValueTask<Caller> GetAsync(CancellationToken cancellationToken)
    {
        var request = http.HttpContext!.Request;
        return new(request.Headers["ApiKey"] is [{ } key, ..] ? Named(key) with { KeyId = key } : Named(request.Cookies["session"]));
    }

    private Caller Named(string? name) => name switch
    {
        Administrator => new Caller("u1", Administrator) { Permissions = new HashSet<string> { Caller.AdministratorPermission } },
        Viewer => new Caller("u2", Viewer) { Permissions = new HashSet<string> { FixturePermissions.View }, Grants = grants.All },
        ReadOnlyAdministrator => new Caller("u1", ReadOnlyAdministrator) { ReadOnly = true, Permissions = new HashSet<string> { Caller.AdministratorPermission } },
        _ => Caller.Nobody,
    };
}

/// <summary>Which gadgets the viewer may use.</summary>
internal sealed class ViewersGrants
{
    public IReadOnlyDictionary<(string Kind, string Id), Access> All { get; private set; } = new Dictionary<(string, string), Access>();

    public void Set(string gadget, Access? access) =>
        All = access is { } level ? new Dictionary<(string, string), Access> { [("gadget", gadget)] = level } : new Dictionary<(string, string), Access>();
}
