using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Registers what the namespace <c>board</c> needs beside its routers.</summary>
internal static class BoardServices
{
    public static IServiceCollection AddBoards(this IServiceCollection services)
    {
        services.AddScoped<BoardStore>();
        services.AddScoped<BoardItemStore>();
        services.AddScoped<BoardView>();
        services.AddScoped<BoardChanges>();
        services.AddScoped<BoardArrangement>();
        services.AddScoped<HomeBoards>();
        services.AddScoped<ITargetResolver<BoardRef>, BoardResolver>();
        return services;
    }
}
