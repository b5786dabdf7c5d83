using System.Collections.Frozen;
using AngleSharp.Dom;
using Bunit;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using HomeDash.Storage;
using HomeDash.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using Radzen.Blazor;

namespace HomeDash.Components.Tests;

/// <summary>Components in a whole house of their own: the real pipeline, routers and stores, on a database file of this test's.</summary>
public abstract class HouseContext : BunitContext, IAsyncLifetime
{
    private readonly TestFolder folder = new();

    private protected ToyEngine Engine { get; } = new(TimeProvider.System);

    private protected Visitor Visitor { get; } = new();

    private protected HomeDashCaller Caller => Services.GetRequiredService<HomeDashCaller>();

    private protected IChangeFeed Feed => Services.GetRequiredService<IChangeFeed>();

    private protected static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddHomeDashStorage(new() { DataFolder = folder["data"] }).AddHomeDash();
        Services.AddSingleton<ICredentials, NoCredentials>();
        Services.AddSingleton<IIntegrationKind>(Engine);
        Services.AddSingleton<ICallerSource>(Visitor);
        Services.AddRadzenComponents();
        Services.AddScoped<Questions>();
        AddAuthorization().SetAuthorized("tilda");
        Configure(Services);
        SetRendererInfo(new("Server", isInteractive: true));

        await Services.GetRequiredService<HouseStartup>().MigrateAsync(Cancellation);
        var user = await Services.GetRequiredService<Accounts>().CreateFirstAsync("tilda", new("correct horse battery"), Cancellation);
        Visitor.Caller = new(user.Id, user.Name) { Permissions = new[] { Procedures.Caller.AdministratorPermission }.ToFrozenSet() };
        await ConnectEngineAsync();
    }

    /// <summary>Adds to the house before it stands.</summary>
    private protected virtual void Configure(IServiceCollection services)
    {
    }

    /// <summary>What the house is connected with.</summary>
    private protected virtual IReadOnlyList<Integration> Integrations => [new("engine1", "nas", "docker", "unix:///toy.sock")];

    private protected Task ConnectEngineAsync() => Services.GetRequiredService<Connections>().SetAsync(Integrations);

    private protected Task DisconnectEngineAsync() => Services.GetRequiredService<Connections>().SetAsync([]);

    /// <summary>Lets the visitor only do this.</summary>
    private protected void Allow(params string[] permissions) => Visitor.Caller = Visitor.Caller with { Permissions = permissions.ToFrozenSet() };

    /// <summary>Renders where dialogs appear; render it before what opens them.</summary>
    private protected IRenderedComponent<RadzenDialog> Dialogs() => Render<RadzenDialog>();

    /// <summary>
    /// Presses the button with this name, as it is read out, once it is there. Found and pressed in one turn of the
    /// renderer: what is found outside of it may be drawn anew before it is pressed.
    /// </summary>
    private protected static async Task PressAsync<TComponent>(IRenderedComponent<TComponent> component, string name)
        where TComponent : IComponent
    {
        component.WaitForState(() => Find() is not null, TimeSpan.FromSeconds(10));
        await component.InvokeAsync(() => Find()!.ClickAsync(new()));

        IElement? Find() => component.FindAll("button").FirstOrDefault(button => (button.GetAttribute("aria-label") ?? button.TextContent.Trim()) == name);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        folder.Dispose();
    }

    private sealed class NoCredentials : ICredentials
    {
        public Task SetPasswordAsync(string userId, Secret password, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<PasswordCheck> CheckPasswordAsync(Caller caller, Secret password, CancellationToken cancellationToken) => Task.FromResult(PasswordCheck.Wrong);
    }
}

/// <summary>Who looks at the page.</summary>
internal sealed class Visitor : ICallerSource
{
    public Caller Caller { get; set; } = Caller.Nobody;

    public string Surface => "dashboard";

    public ValueTask<Caller> GetAsync(CancellationToken cancellationToken) => new(Caller);
}
