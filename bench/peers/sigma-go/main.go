// sigma-go (github.com/bradleyjkemp/sigma-go, MIT) is a library; this is the program around it that the benchmarks and the accuracy tables
// run: rules of a folder over JSON lines, a line for each match with the number of the event and the id of the rule. Beside a copy of it,
// `go mod init peer && go mod tidy && go build -o sigma-go .` makes the program; where the library is a folder, `go mod edit -replace` names it.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/bradleyjkemp/sigma-go"
	"github.com/bradleyjkemp/sigma-go/evaluator"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: sigma-go RULES < EVENTS")
		os.Exit(2)
	}
	rules := rulesIn(os.Args[1])
	// Rules that an event's own words leave out are not evaluated, as with the engines beside it.
	bundles := map[string]evaluator.RuleEvaluatorBundle{}
	lines := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	for number := 1; ; number++ {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			match(bundles, rules, line, number, out)
		}
		if err != nil {
			return
		}
	}
}

func match(bundles map[string]evaluator.RuleEvaluatorBundle, rules []sigma.Rule, line []byte, number int, out *bufio.Writer) {
	var event map[string]interface{}
	if json.Unmarshal(line, &event) != nil {
		return
	}
	words := [3]string{word(event, "product"), word(event, "category"), word(event, "service")}
	key := strings.Join(words[:], "\n")
	bundle, known := bundles[key]
	if !known {
		bundle = evaluator.ForRules(meantFor(rules, words), evaluator.LazyEvaluation)
		bundles[key] = bundle
	}
	// A rule that the library cannot evaluate panics; the events after this one are still read.
	defer func() {
		if cause := recover(); cause != nil {
			fmt.Fprintf(os.Stderr, "event %d: %v\n", number, cause)
		}
	}()
	results, err := bundle.Matches(context.Background(), event)
	if err != nil {
		return
	}
	for _, result := range results {
		if result.Match {
			fmt.Fprintf(out, "%d %s\n", number, result.Rule.ID)
		}
	}
}

func word(event map[string]interface{}, name string) string {
	text, _ := event[name].(string)
	return text
}

func meantFor(rules []sigma.Rule, words [3]string) []sigma.Rule {
	var meant []sigma.Rule
	for _, rule := range rules {
		asked := [3]string{rule.Logsource.Product, rule.Logsource.Category, rule.Logsource.Service}
		fits := true
		for at, one := range asked {
			fits = fits && (one == "" || words[at] == "" || one == words[at])
		}
		if fits {
			meant = append(meant, rule)
		}
	}
	return meant
}

func rulesIn(folder string) []sigma.Rule {
	var rules []sigma.Rule
	refused := 0
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".yml" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rule, err := sigma.ParseRule(text)
		if err != nil {
			refused++
			return nil
		}
		rules = append(rules, rule)
		return nil
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Fprintf(os.Stderr, "%d rules, %d refused\n", len(rules), refused)
	return rules
}
