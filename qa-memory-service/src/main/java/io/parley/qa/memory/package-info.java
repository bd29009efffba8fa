/**
 * The dynamic memory network (Kumar et al. 2016; DMN+, Xiong et al. 2016): input, question and episodic memory modules,
 * and the heads that read the last memory. Numbers in, numbers out: texts, campaigns and files are other packages' business.
 */
@NullMarked
package io.parley.qa.memory;

import org.jspecify.annotations.NullMarked;
