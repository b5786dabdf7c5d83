using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Auth.Tests;

public sealed class CircuitsOnSqlite() : CircuitTests(Dialect.Sqlite);

public sealed class CircuitsOnPostgreSql() : CircuitTests(Dialect.PostgreSql);

/// <summary>Who calls from a page that is open.</summary>
public abstract class CircuitTests(Dialect dialect) : AuthTests(dialect)
{
    [Fact]
    public async Task A_circuit_calls_as_who_opened_it_whatever_request_the_accessor_still_shows()
    {
        await using var scope = await OpenAsync(await House.AddUserAsync("ada", Password, administrator: false, Cancellation));
        House.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext();

        var source = scope.ServiceProvider.GetRequiredService<ICallerSource>();

        Assert.Equal("dashboard", source.Surface);
        Assert.Equal("ada", (await source.GetAsync(Cancellation)).Name);
    }

    [Fact]
    public async Task An_open_page_is_nobodys_after_the_password_was_changed()
    {
        var ada = await House.AddUserAsync("ada", Password, administrator: false, Cancellation);
        await using var scope = await OpenAsync(ada);

        await House.ChangeAsync(services => services.GetRequiredService<ICredentials>().SetPasswordAsync(ada.Id, new("another password"), Cancellation), Cancellation);

        Assert.Same(Caller.Nobody, await scope.ServiceProvider.GetRequiredService<ICallerSource>().GetAsync(Cancellation));
    }

    [Fact]
    public async Task Outside_request_and_circuit_there_is_nobody()
    {
        await using var scope = House.Services.CreateAsyncScope();

        Assert.Same(Caller.Nobody, await scope.ServiceProvider.GetRequiredService<ICallerSource>().GetAsync(Cancellation));
    }

    /// <summary>Does what the framework does when a page opens its circuit.</summary>
    private async Task<AsyncServiceScope> OpenAsync(User user)
    {
        var attempt = await House.Services.GetRequiredService<Sessions>().SignInAsync(user.Name, new(Password), Cancellation);
        var scope = House.Services.CreateAsyncScope();
        var state = (ServerAuthenticationStateProvider)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        state.SetAuthenticationState(Task.FromResult(new AuthenticationState(attempt.Principal!)));
        foreach (var handler in scope.ServiceProvider.GetServices<CircuitHandler>())
        {
            await handler.OnCircuitOpenedAsync(null!, Cancellation);
        }

        return scope;
    }
}
