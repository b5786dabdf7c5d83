namespace HomeDash.Procedures.Generator.Emitters;

/// <summary>The types that emitted code names.</summary>
internal static class Names
{
    public const string Room = "global::HomeDash.Procedures.";
    public const string Input = Room + "JsonInput";
    public const string Limits = Room + "JsonLimits";
    public const string Output = Room + "JsonOutput";
    public const string Problems = Room + "InputProblems";
    public const string Reader = "global::System.Text.Json.Utf8JsonReader";
    public const string Writer = "global::System.Text.Json.Utf8JsonWriter";
    public const string Token = "global::System.Threading.CancellationToken";
    public const string Services = "global::System.IServiceProvider";

    /// <summary>What every reading method takes.</summary>
    public const string ReadParameters = $"ref {Reader} reader, ref {Problems} problems";
}
