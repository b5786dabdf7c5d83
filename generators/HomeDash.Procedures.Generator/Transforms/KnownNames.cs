namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>The metadata names that the transforms look for.</summary>
internal static class KnownNames
{
    public const string Router = "HomeDash.Procedures.RouterAttribute";
    public const string Query = "HomeDash.Procedures.QueryAttribute";
    public const string Mutation = "HomeDash.Procedures.MutationAttribute";
    public const string Subscription = "HomeDash.Procedures.SubscriptionAttribute";
    public const string Prompt = "HomeDash.Procedures.PromptAttribute";
    public const string Completes = "HomeDash.Procedures.CompletesAttribute";
    public const string Resource = "HomeDash.Procedures.ResourceAttribute";
    public const string PermissionSet = "HomeDash.Procedures.PermissionSetAttribute";
    public const string Needs = "HomeDash.Procedures.NeedsAttribute";
    public const string Context = "HomeDash.Procedures.ProcedureContext";
    public const string Target = "HomeDash.Procedures.ITarget<TSelf>";
    public const string PromptScript = "HomeDash.Procedures.PromptScript";
    public const string TargetNames = "HomeDash.Procedures.TargetNames";
    public const string Secret = "HomeDash.Procedures.Secret";
    public const string FreeForm = "HomeDash.Procedures.FreeFormAttribute";
    public const string Validatable = "HomeDash.Procedures.IValidatableInput";
    public const string JsonElement = "System.Text.Json.JsonElement";
    public const string JsonPolymorphic = "System.Text.Json.Serialization.JsonPolymorphicAttribute";
    public const string JsonDerivedType = "System.Text.Json.Serialization.JsonDerivedTypeAttribute";
    public const string CancellationToken = "System.Threading.CancellationToken";
    public const string Description = "System.ComponentModel.DescriptionAttribute";
    public const string Annotations = "System.ComponentModel.DataAnnotations.";
}
