using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Diagnostics;

public static class PainGeneratorConclude
{
    public static Command Command()
    {
        var conclusion = TextOption.Argument("conclusion", "The conclusion in words");
        var kind = WordOption.One<PainGeneratorKind>("--kind", "What hurts", required: true);
        var level = new Option<string[]>("--level")
        {
            Description = "Segment of facet joints and discs (L4-L5), or nerve root (L5); may be repeated",
            HelpName = "level",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var side = WordOption.One<Side>("--side", "Side", required: true);
        var structure = TextOption.Optional("--structure", "Which muscle, other joint or peripheral nerve");
        var confidence = WordOption.One<DiagnosticConfidence>("--confidence", "How sure", required: true);
        var exams = IdOption.OfMany("--exam", "exam", "that it rests on");
        var studies = IdOption.OfMany("--study", "study", "that it rests on");
        var blocks = IdOption.OfMany("--block", "block", "that it rests on");
        var explanation = TextOption.Optional("--explanation", "Why it is drawn although a block does not agree");
        var revises = IdOption.Of("--revises", "conclusion that this one revises");
        var id = IdOption.New("--pain-generator-id", "pain generator");
        return new Command("conclude", "Conclude what the pain comes from, with the evidence, or revise such a conclusion (physicians of the team)")
        {
            conclusion, kind, level, side, structure, confidence, exams, studies, blocks, explanation, revises, id,
        }
            .TakesOverrides()
            .SendsOnPlan("Concluded.", parse => new ConcludePainGeneratorRequest
            {
                PainGeneratorId = parse.GetValue(id),
                Kind = parse.GetValue(kind),
                Levels = { parse.GetValue(level) },
                Side = parse.GetValue(side),
                Structure = parse.GetValue(structure),
                Confidence = parse.GetValue(confidence),
                Conclusion = parse.GetValue(conclusion),
                ExamIds = { parse.GetValue(exams) },
                StudyIds = { parse.GetValue(studies) },
                DiagnosticBlockIds = { parse.GetValue(blocks) },
                Explanation = parse.GetValue(explanation),
                RevisesPainGeneratorId = parse.GetValue(revises),
            });
    }
}
