using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A tool profile: a named choice of tools, served to AI clients at an address of its own.</summary>
/// <param name="Name">The last part of its address.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Address">Where it is served, below HomeDash's own address.</param>
/// <param name="Include">Namespaces and single procedures that it offers; everything when empty.</param>
/// <param name="Exclude">Namespaces and single procedures that it leaves out.</param>
/// <param name="ReadOnly">Whether it only reads.</param>
/// <param name="Sessions">Whether clients may have sessions.</param>
/// <param name="TextOnly">Whether results are text alone, without structured content.</param>
/// <param name="Detail">How much its tools say of themselves.</param>
/// <param name="ToolSearch">Whether clients search for tools instead of being given all of them.</param>
/// <param name="Pinned">With tool search: what is listed all the same.</param>
/// <param name="BuiltIn">Whether HomeDash is delivered with it.</param>
/// <param name="Changed">Whether it is built in and not as it was delivered.</param>
/// <param name="Tools">How many tools it offers to somebody who may do everything.</param>
public sealed record ProfileInfo(
    string Name,
    string Title,
    string Address,
    IReadOnlyList<string> Include,
    IReadOnlyList<string> Exclude,
    bool ReadOnly,
    bool Sessions,
    bool TextOnly,
    ToolDetail Detail,
    bool ToolSearch,
    IReadOnlyList<string> Pinned,
    bool BuiltIn,
    bool Changed,
    int Tools);

/// <summary>What a choice of tools comes to.</summary>
/// <param name="Tools">How many tools it offers to somebody who may do everything.</param>
/// <param name="Paths">The paths of these tools, sorted.</param>
public sealed record ProfilePreview(int Tools, IReadOnlyList<string> Paths);
