using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Proxmox;

/// <summary>How Proxmox' JSON is read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ProxmoxAnswer<ProxmoxVersion>))]
[JsonSerializable(typeof(ProxmoxAnswer<ProxmoxResource[]>))]
internal sealed partial class ProxmoxJson : JsonSerializerContext;
