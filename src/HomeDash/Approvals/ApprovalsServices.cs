using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Registers what the namespace <c>approvals</c> needs beside its routers.</summary>
internal static class ApprovalsServices
{
    public static IServiceCollection AddApprovals(this IServiceCollection services)
    {
        services.AddSingleton<RuleReach>();
        services.AddScoped<ApprovalRuleStore>();
        services.AddScoped<ApprovalStore>();
        services.AddScoped<ApprovalDesk>();
        services.AddSingleton<IApprovalGate, ApprovalGate>();
        return services;
    }
}
