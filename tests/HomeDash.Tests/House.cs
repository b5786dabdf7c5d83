using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Dapper;
using HomeDash.Procedures;
using HomeDash.Storage;
using HomeDash.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

/// <summary>The domain on a database of its own, called through its one door: by path and with JSON.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly Action<IServiceCollection>? more;
    private ServiceProvider services;

    private House(TestDatabase database, Clock clock, Action<IServiceCollection>? more) =>
        (this.database, Clock, this.more, services) = (database, clock, more, Furnish(database, clock, more));

    public Clock Clock { get; }

    public IServiceProvider Services => services;

    public HouseWork Work => services.GetRequiredService<HouseWork>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<House> StartAsync(Dialect dialect, Action<IServiceCollection>? more = null)
    {
        var house = new House(await TestDatabase.CreateAsync(dialect, Cancellation), new Clock(), more);
        await house.services.GetRequiredService<HouseStartup>().MigrateAsync(Cancellation);
        return house;
    }

    /// <summary>Ends HomeDash and starts it again on the same data.</summary>
    public async Task RestartAsync()
    {
        await services.DisposeAsync();
        services = Furnish(database, Clock, more);
        await services.GetRequiredService<HouseStartup>().MigrateAsync(Cancellation);
    }

    private static ServiceProvider Furnish(TestDatabase database, Clock clock, Action<IServiceCollection>? more)
    {
        var collection = new ServiceCollection().AddSingleton<TimeProvider>(clock);
        collection.AddHomeDashStorage(database.Options).AddHomeDash();
        collection.AddSingleton<ICredentials, RememberedPasswords>();
        collection.AddScoped<ICallerSource, HouseCallerSource>();
        more?.Invoke(collection);
        return collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>Adds a user.</summary>
    /// <returns>The user as a caller, with the rights of this moment.</returns>
    public async Task<Caller> AddUserAsync(string name, bool administrator = false)
    {
        await CallAsync(Caller.House, "user.create", $$"""{"name":"{{name}}","password":"password of {{name}}","administrator":{{(administrator ? "true" : "false")}}}""");
        return await CallerAsync(name);
    }

    /// <summary>A user as a caller, with the rights of this moment.</summary>
    public async Task<Caller> CallerAsync(string name)
    {
        var accounts = services.GetRequiredService<Accounts>();
        var user = await accounts.FindByNameAsync(name, Cancellation);
        var rights = (await accounts.RightsAsync(user!.Id, Cancellation))!;
        return new(user.Id, user.Name) { Permissions = rights.Permissions, Grants = rights.Grants };
    }

    /// <summary>Lets everyone do something.</summary>
    public Task AllowEveryoneAsync(string permission) => ExecuteAsync("INSERT INTO group_permissions (group_id, permission) VALUES ('everyone', @permission)", new { permission });

    /// <summary>Calls, and expects a result.</summary>
    public async Task<JsonElement> CallAsync(Caller caller, string path, string input = "{}")
    {
        var outcome = await OutcomeAsync(caller, path, input);
        var completed = outcome as ProcedureOutcome.Completed ?? throw new InvalidOperationException($"{path}: {outcome}");
        var buffer = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(buffer))
        {
            completed.Write(writer);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    /// <summary>Calls, and expects an error.</summary>
    public async Task<ProcedureError> FailAsync(Caller caller, string path, string input = "{}") =>
        Assert.IsType<ProcedureOutcome.Failed>(await OutcomeAsync(caller, path, input)).Error;

    /// <summary>Asks what would happen.</summary>
    public async Task<IReadOnlyList<DataChange>> DryRunAsync(Caller caller, string path, string input) =>
        Assert.IsType<ProcedureOutcome.Planned>(await OutcomeAsync(caller, path, input, dryRun: true)).Changes;

    /// <summary>Changes the database behind the house's back.</summary>
    public Task ExecuteAsync(string sql, object values) => Work.WriteAsync(
        async scope =>
        {
            var connection = await scope.GetRequiredService<HouseData>().ConnectionAsync(Cancellation);
            return await connection.ExecuteAsync(sql, values);
        },
        Cancellation);

    /// <summary>Looks into the database.</summary>
    public Task<T> QueryAsync<T>(string sql) => Work.ReadAsync(async scope =>
    {
        var connection = await scope.GetRequiredService<HouseData>().ConnectionAsync(Cancellation);
        return await connection.QuerySingleAsync<T>(sql);
    });

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Calls, in whatever manner.</summary>
    public async Task<ProcedureOutcome> OutcomeAsync(ProcedureRequest request, string path, string input = "{}") =>
        await services.GetRequiredService<ProcedureCaller>().CallAsync(path, Encoding.UTF8.GetBytes(input), request, Cancellation);

    private Task<ProcedureOutcome> OutcomeAsync(Caller caller, string path, string input, bool dryRun = false) =>
        OutcomeAsync(new(caller, "dashboard") { DryRun = dryRun }, path, input);

    /// <summary>Stands in for the room that keeps passwords.</summary>
    private sealed class RememberedPasswords : ICredentials
    {
        private readonly ConcurrentDictionary<string, string> passwords = [];

        public Task SetPasswordAsync(string userId, Secret password, CancellationToken cancellationToken)
        {
            passwords[userId] = password.Reveal();
            return Task.CompletedTask;
        }

        public Task<PasswordCheck> CheckPasswordAsync(Caller caller, Secret password, CancellationToken cancellationToken) =>
            Task.FromResult(passwords.GetValueOrDefault(caller.UserId) == password.Reveal() ? PasswordCheck.Right : PasswordCheck.Wrong);
    }
}
