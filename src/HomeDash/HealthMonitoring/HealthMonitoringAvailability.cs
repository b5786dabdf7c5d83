using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The report looks at every integration, so the namespace is there as soon as there is any.</summary>
internal sealed class HealthMonitoringAvailability(Connections connections) : INamespaceAvailability
{
    public string Namespace => "healthMonitoring";

    public string? WhyNot => connections.Integrations.Count > 0
        ? null
        : "Nothing is connected whose health could be told. Add Glances, Netdata, Dash., Proxmox, a Docker engine or another service on the page Integrations.";

    public event Action? Changed
    {
        add => connections.Changed += value;
        remove => connections.Changed -= value;
    }
}
