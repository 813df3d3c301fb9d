namespace CareTeam.Server.Diagnostics;

/// <summary>Examinations in the order in which the patient was examined, whenever they were recorded; those that were corrected no longer count.</summary>
public static class ExamHistory
{
    /// <summary>Each thing against the newest earlier examination that looked at it.</summary>
    public static ExamComparison Compare(IReadOnlyList<PhysicalExam> exams, PhysicalExam exam)
    {
        var comparison = new ExamComparison();
        var earlier = Before(exams, exam).Select(e => (Exam: e, Items: new Lazy<ILookup<string, ExamItem>>(() => ExamItem.Of(e.Body).ToLookup(i => i.Key)))).ToList();
        foreach (var item in ExamItem.Of(exam.Body))
        {
            var (source, before) = earlier.Select(e => (e.Exam, e.Items.Value[item.Key].FirstOrDefault())).FirstOrDefault(e => e.Item2 is not null);
            if (before is null) comparison.FirstTime++;
            else if (item.Since(before) is var trend and not ExamTrend.Unspecified)
                comparison.Changes.Add(new ExamChange
                {
                    Item = item.Name,
                    Before = before.Value,
                    After = item.Value,
                    Trend = trend,
                    BeforeExamId = source.ExamId,
                    BeforeExaminedAt = source.ExaminedAt,
                });
            else comparison.Unchanged++;
        }
        return comparison;
    }

    /// <summary>Those that came before an examination, the newest first.</summary>
    public static IEnumerable<PhysicalExam> Before(IReadOnlyList<PhysicalExam> exams, PhysicalExam exam)
    {
        var own = exams.TakeWhile(e => e.ExamId != exam.ExamId).Count();
        return exams.Index()
            .Where(e => e.Item.ExamId != exam.ExamId && e.Item.ExamId != exam.SupersedesExamId && e.Item.SupersededByExamId.Length == 0)
            .Where(e => e.Item.ExaminedAt < exam.ExaminedAt || (e.Item.ExaminedAt.Equals(exam.ExaminedAt) && e.Index < own))
            .OrderByDescending(e => e.Item.ExaminedAt).ThenByDescending(e => e.Index).Select(e => e.Item);
    }

    /// <summary>Adds an examination, and compares anew whatever it comes before.</summary>
    public static void Record(CarePlan plan, PhysicalExam recorded)
    {
        var corrected = plan.Exams.FirstOrDefault(e => e.ExamId == recorded.SupersedesExamId);
        if (corrected is not null) plan.Exams.Change(e => e == corrected, e => (e.SupersededByExamId, e.Comparison) = (recorded.ExamId, null));
        plan.Exams.Add(recorded);
        var since = corrected is not null && corrected.ExaminedAt < recorded.ExaminedAt ? corrected.ExaminedAt : recorded.ExaminedAt;
        for (var i = 0; i < plan.Exams.Count; i++)
        {
            if (plan.Exams[i].ExaminedAt < since || plan.Exams[i].SupersededByExamId.Length > 0) continue;
            var compared = plan.Exams[i].Clone();
            compared.Comparison = Compare(plan.Exams, compared);
            plan.Exams[i] = compared;
        }
    }
}
