using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Procedures.Fixture;

/// <summary>Registers the fixture: a second assembly with procedures of its own.</summary>
public static class FixtureServices
{
    /// <summary>Adds the router, its shelf and the resolver of its targets.</summary>
    public static IServiceCollection AddFixture(this IServiceCollection services) => services
        .AddSingleton<GadgetShelf>()
        .AddScoped<ITargetResolver<GadgetRef>, GadgetResolver>()
        .AddHomeDashProceduresFixtureProcedures();
}
