namespace Pipeline.Articles.Cleaning.Selection.Consistency;

/// <summary>
/// Blocks of one kind, of the same elements and classes, mostly share their fate. Where the model is not sure of a block, those of its
/// kind decide.
/// </summary>
/// <remarks>
/// <code>
/// scores -> whole lists (Lists) -> blocks alone among their kind (LoneBlocks) -> paragraphs amid those of their kind (Siblings) -> scores
/// </code>
/// </remarks>
internal static class PageKinds
{
    /// <param name="view">A page's blocks.</param>
    /// <param name="scores">The model's probability for each; there may be more of them than blocks.</param>
    /// <param name="bar">From which on a block is kept.</param>
    /// <returns>The probabilities, raised to the bar or lowered below it where the others of a kind say so.</returns>
    public static float[] Agree(BlockView view, float[] scores, float bar)
    {
        var kinds = new int[view.Count];
        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = view.Tree!.Signature(view.List.Blocks[i].Node);
        }

        return Siblings.Agree(view, kinds, LoneBlocks.Agree(kinds, Lists.Agree(view, kinds, scores, bar), bar), bar);
    }
}
