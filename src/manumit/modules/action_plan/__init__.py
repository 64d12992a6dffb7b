"""Action plan: what agencies promised against trafficking, chased, evidenced and published. Others may call nothing."""
