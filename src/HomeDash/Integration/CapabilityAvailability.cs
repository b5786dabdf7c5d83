using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The procedures of a namespace are there while an integration can do what they need.</summary>
/// <typeparam name="TCapability">The capability interface of the namespace.</typeparam>
/// <param name="connections">The integrations.</param>
/// <param name="namespace">The namespace.</param>
/// <param name="whyNot">What a person has to do when there is none.</param>
internal sealed class CapabilityAvailability<TCapability>(Connections connections, string @namespace, string whyNot) : INamespaceAvailability
    where TCapability : class
{
    public string Namespace => @namespace;

    public string? WhyNot => connections.With<TCapability>().Count > 0 ? null : whyNot;

    public event Action? Changed
    {
        add => connections.Changed += value;
        remove => connections.Changed -= value;
    }
}
