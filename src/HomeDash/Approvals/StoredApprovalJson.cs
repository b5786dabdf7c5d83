using System.Text.Json.Serialization;

namespace HomeDash;

/// <summary>How lists are written into a column.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class StoredApprovalJson : JsonSerializerContext;
