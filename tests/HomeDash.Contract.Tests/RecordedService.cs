using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using HomeDash.Procedures;

namespace HomeDash.Contract.Tests;

/// <summary>Stands in front of a service and remembers each call of a method that is marked as writing.</summary>
public class RecordedService : DispatchProxy
{
    private static readonly Dictionary<Type, Type> Joined = [];
    private static readonly ModuleBuilder Module =
        AssemblyBuilder.DefineDynamicAssembly(new("Recorded"), AssemblyBuilderAccess.Run).DefineDynamicModule("Recorded");

    private object service = null!;
    private ConcurrentQueue<string> writes = null!;

    /// <summary>Puts a recorder in front of a service, with all interfaces that it has.</summary>
    public static IIntegrationClient Before(IIntegrationClient service, ConcurrentQueue<string> writes)
    {
        var recorded = (RecordedService)Create(JoinedOf(service.GetType()), typeof(RecordedService));
        (recorded.service, recorded.writes) = (service, writes);
        return (IIntegrationClient)(object)recorded;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        if (targetMethod.IsDefined(typeof(WritesAttribute)))
        {
            writes.Enqueue($"{targetMethod.DeclaringType!.Name}.{targetMethod.Name}");
        }

        return targetMethod.Invoke(service, BindingFlags.DoNotWrapExceptions, null, args, null);
    }

    /// <summary>Test classes run at the same time, and a type can be defined once.</summary>
    private static Type JoinedOf(Type service)
    {
        lock (Joined)
        {
            return Joined.TryGetValue(service, out var joined) ? joined : Joined[service] = Join(service);
        }
    }

    /// <summary>A proxy has one interface: this is one that extends all of the service's.</summary>
    private static Type Join(Type service)
    {
        var joined = Module.DefineType($"I{service.Name}", TypeAttributes.Public | TypeAttributes.Interface | TypeAttributes.Abstract);
        foreach (var capability in service.GetInterfaces().Where(type => type.IsVisible))
        {
            joined.AddInterfaceImplementation(capability);
        }

        return joined.CreateType();
    }
}

/// <summary>A kind whose services are recorded.</summary>
internal sealed class RecordedKind(IIntegrationKind kind, ConcurrentQueue<string> writes) : IIntegrationKind
{
    public string Kind => kind.Kind;

    public string Title => kind.Title;

    public string ExampleUrl => kind.ExampleUrl;

    public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => kind.Credentials;

    public string? CredentialsHint => kind.CredentialsHint;

    public Type Client => kind.Client;

    public IIntegrationClient Connect(Integration integration) => RecordedService.Before(kind.Connect(integration), writes);
}
